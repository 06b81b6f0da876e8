"""What the business knows: facts from its rows, its FAQ, its own words; formatted, translated, and never invented."""
