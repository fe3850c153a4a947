"""The office: its first page, who is received, and what each helper sets for herself."""
