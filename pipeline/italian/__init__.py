"""Italian as callers say it; read `parse` first."""
