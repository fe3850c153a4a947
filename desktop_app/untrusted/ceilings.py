"""How much a foreign file, and a child's answer about it, may weigh."""

MEGABYTE = 1 << 20

DOCUMENT_BYTES = 50 * MEGABYTE
PAGES = 2_000
PIXELS_A_PAGE = 20_000_000
PICTURE_PIXELS = 120_000_000  # phones of today give up to 108 million
PAPER_PICTURE_BYTES = 60_000  # a logo or a signature drawn anew for a letter
PAPER_WIDE, PAPER_TALL = 600, 300  # its pixels: 60 mm of signature at 250 dots an inch
PAPER_SIDE = 2_480  # pixels: of a paper that is filled on its photo, 212 dots an inch of an A4 one
PAPER_PHOTO_BYTES = 8 * MEGABYTE
MEMORY_BYTES = 1 << 30  # address space of a child
CPU_SECONDS = 10
WALL_SECONDS = 15.0
PATIENCE = 3  # times as long again, for a child that other programs keep from its work
RECOGNITION = "recognition"
"""Role of the child that recognises words."""
RECOGNITION_CPU_SECONDS = 60  # of one page whose words are recognised
RECOGNITION_WALL_SECONDS = 120.0  # it may have half a processor

LETTER_PAGES = 8  # of a letter received that are read
WORDS = 20_000  # of one page
LETTER_SIDE = 3_600  # pixels: of a page that is recognised, 300 dots an inch of an A4 one

TABLE_ROWS = 20_000  # of a list of people: twice an office of ten thousand
TABLE_COLUMNS = 100
TABLE_CELL = 2_000  # letters; a longer cell is cut, and its line said
TABLE_UNPACKED = 200 * MEGABYTE  # of all that a spreadsheet's file holds, unpacked

FIELDS = 20_000
WIDGETS = 50_000
OPTIONS = 5_000
NAME_LENGTH = 2_000
LABEL_LENGTH = 1_000
VALUE_LENGTH = 100_000
PAGE_TEXT_LENGTH = 1_000_000
PAGE_SIDE = 20_000.0  # points; PDF readers agree on 14,400

ANSWER_BYTES = 64 * MEGABYTE  # the JSON part of an answer
FRAME_BYTES = 120 * MEGABYTE  # one raw part: pixels or a written file
FRAMES = 8


def cpu_seconds(role: str) -> int:
    """Return how long a child of this role may have a processor."""
    return RECOGNITION_CPU_SECONDS if role == RECOGNITION else CPU_SECONDS
