"""Pages of our own, set by typst: letters, posting kits, copy sheets, window test pages."""
