"""How a page is laid out around its boxes: titles, lines that announce, rows, columns, areas.

Pure geometry: a sheet and rectangles in, words and rectangles out.
"""
