"""The rules of the trade: the calendar, telephones, prices, messages, waiting lists."""
