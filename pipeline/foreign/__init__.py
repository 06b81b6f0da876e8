"""What is heard in English, Spanish and Portuguese, and which of the four languages was heard at all."""
