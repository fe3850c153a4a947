"""What is of an office: several helpers, the people they receive, the queue of a day."""
