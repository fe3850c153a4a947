"""What a page says and where it leads, as values: no Qt, no typst, no files."""
