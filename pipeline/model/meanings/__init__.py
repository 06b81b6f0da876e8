"""What is meant, before any wording: past participles for what happened, requests for what is asked.

Settled by the stages and flows, turned into words by `pipeline.phrases`. A Meaning holds values, never a sentence.
"""

from pipeline.model.meanings.outcome import (
    AllCancelled,
    AskNewTime,
    AskWhatToChange,
    AskWhichBooking,
    Booked,
    BookingHint,
    CancelDone,
    Corrected,
    LateNoted,
    Moved,
    NoBookings,
    OwnBookings,
    Recap,
    RecapCancel,
    RecapCancelAll,
    RecapLate,
    RecapMove,
    RecapWaitlist,
    TooLate,
    Waitlisted,
)
from pipeline.model.meanings.people import (
    AskBirth,
    AskConsent,
    AskMore,
    AskName,
    AskPhone,
    AskProof,
    AskRegister,
    AskSamePerson,
    AskSurname,
    AskWhichClient,
    AskWish,
    ClientHint,
    ClientNotFound,
    ConfirmPhone,
    ConsentRefused,
    Goodbye,
    Greeted,
    MissedBefore,
    ProofRefused,
    Registered,
    WhyAsked,
)
from pipeline.model.meanings.repair import (
    Acknowledged,
    Answered,
    AskUncertain,
    DatabaseDown,
    Dropped,
    Emergency,
    Failed,
    HandoffDeclined,
    HandoffRecorded,
    HandoffState,
    Helped,
    NeedsModel,
    NotUnderstood,
    OfferHandoff,
    OffTopic,
    OutOfHours,
    PeopleUnreadable,
    Repeated,
)
from pipeline.model.meanings.visit import (
    AskDay,
    AskOperator,
    AskOtherTime,
    AskService,
    AskTime,
    AskWhichDay,
    AskWhichService,
    AskWhichTime,
    DayProblem,
    EndsTooLate,
    NextVisit,
    NotFree,
    OfferSlots,
    OfferWaitlist,
    OneAtATime,
    OperatorUnknown,
    ServicesSplit,
    ServiceUnknown,
    SlotFree,
)

Meaning = (
    Greeted
    | AskMore
    | AskWish
    | Goodbye
    | AskName
    | AskSurname
    | AskWhichClient
    | AskSamePerson
    | AskProof
    | AskRegister
    | AskPhone
    | ConfirmPhone
    | AskBirth
    | AskConsent
    | MissedBefore
    | ProofRefused
    | Registered
    | WhyAsked
    | ConsentRefused
    | ClientNotFound
    | AskService
    | AskWhichService
    | ServiceUnknown
    | ServicesSplit
    | OneAtATime
    | NextVisit
    | AskDay
    | AskWhichDay
    | DayProblem
    | AskTime
    | AskWhichTime
    | AskOperator
    | OperatorUnknown
    | EndsTooLate
    | NotFree
    | OfferSlots
    | AskOtherTime
    | OfferWaitlist
    | SlotFree
    | Recap
    | RecapMove
    | RecapCancel
    | RecapCancelAll
    | RecapWaitlist
    | AskWhatToChange
    | AskNewTime
    | Booked
    | LateNoted
    | RecapLate
    | Moved
    | CancelDone
    | AllCancelled
    | Waitlisted
    | AskWhichBooking
    | NoBookings
    | OwnBookings
    | TooLate
    | Corrected
    | NotUnderstood
    | AskUncertain
    | Dropped
    | Helped
    | Repeated
    | Answered
    | OfferHandoff
    | HandoffRecorded
    | HandoffState
    | HandoffDeclined
    | OffTopic
    | Emergency
    | DatabaseDown
    | Failed
    | PeopleUnreadable
    | NeedsModel
    | OutOfHours
    | Acknowledged
)

__all__ = [
    "Acknowledged",
    "AllCancelled",
    "Answered",
    "AskBirth",
    "AskConsent",
    "AskDay",
    "AskMore",
    "AskName",
    "AskNewTime",
    "AskOperator",
    "AskOtherTime",
    "AskPhone",
    "AskProof",
    "AskRegister",
    "AskSamePerson",
    "AskService",
    "AskSurname",
    "AskTime",
    "AskUncertain",
    "AskWhatToChange",
    "AskWhichBooking",
    "AskWhichClient",
    "AskWhichDay",
    "AskWhichService",
    "AskWhichTime",
    "AskWish",
    "Booked",
    "BookingHint",
    "CancelDone",
    "ClientHint",
    "ClientNotFound",
    "ConfirmPhone",
    "ConsentRefused",
    "Corrected",
    "DatabaseDown",
    "DayProblem",
    "Dropped",
    "Emergency",
    "EndsTooLate",
    "Failed",
    "Goodbye",
    "Greeted",
    "HandoffDeclined",
    "HandoffRecorded",
    "HandoffState",
    "Helped",
    "LateNoted",
    "Meaning",
    "MissedBefore",
    "Moved",
    "NeedsModel",
    "NextVisit",
    "NoBookings",
    "NotFree",
    "NotUnderstood",
    "OffTopic",
    "OfferHandoff",
    "OfferSlots",
    "OfferWaitlist",
    "OneAtATime",
    "OperatorUnknown",
    "OutOfHours",
    "OwnBookings",
    "PeopleUnreadable",
    "ProofRefused",
    "Recap",
    "RecapCancel",
    "RecapCancelAll",
    "RecapLate",
    "RecapMove",
    "RecapWaitlist",
    "Registered",
    "Repeated",
    "ServiceUnknown",
    "ServicesSplit",
    "SlotFree",
    "TooLate",
    "Waitlisted",
    "WhyAsked",
]
