"""Stands in for `holidays.countries`, which imports two hundred countries: Italy is asked for by its own module."""
