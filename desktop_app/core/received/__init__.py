"""What a letter received says, read from its words and their places: proposed, never believed."""
