"""The frozen values that travel between the rooms. They import nothing of ours and know no database, clock or wording."""
