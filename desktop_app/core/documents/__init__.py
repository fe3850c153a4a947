"""What is written, in its final words: letters, values of boxes, addresses."""
