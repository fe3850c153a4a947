"""Making a form or a letter: each gesture gives a new value."""
