"""The steps of a turn, in the order `pipeline.turn` names them."""
