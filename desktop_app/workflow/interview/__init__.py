"""The interview: what a draft answers, what is asked now, saved after each answer."""
