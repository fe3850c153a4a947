"""Parts with frames, tables, combs and squares."""

from itertools import pairwise

from tests.corpus.training.paper import Paper


def fill(page: Paper) -> int | None:
    """What is painted in boxes: mostly nothing."""
    return page.chance.choice([None, None, None, 255, 240, 225])


def framed(page: Paper, x0: float, x1: float, y: float) -> float:
    """Boxes with a label before, above or in them."""
    chance, style = page.chance, page.style
    many, where = (
        chance.choice([1, 1, 2, 2, 3, 4]),
        chance.choice(["before", "above", "inside", "none"]),
    )
    paint, round_ = fill(page), chance.choice([0, 0, 0, 2, 4])
    bare = paint is not None and paint < 250 and chance.random() < 0.5
    high = style.high * chance.choice([1, 1, 1.3])
    for _ in range(chance.choice([1, 1, 2, 4])):
        wide = (x1 - x0) / many
        for one in range(many):
            start, end = x0 + one * wide, x0 + (one + 1) * wide - (6 if one < many - 1 else 0)
            top, said = y, page.say.label()
            if where == "before":
                start = (
                    page.text(start, y + (high - style.size * 1.2) / 2, said, most=wide * 0.6) + 3
                )
            elif where == "above":
                page.text(start, y, said, most=wide - 8)
                top = y + style.size * 1.3
            if end - start < 12:
                continue
            foot = top + high
            if where == "inside":
                foot += style.size
            page.frame((start, top, end, foot), -1 if bare else 0, paint, round_)
            if where == "inside":
                page.text(start + 2, top + 1, said, style.size * 0.85, most=end - start - 4)
                top += style.size * 1.05
            page.add("text", start, top, end, foot)
        y += high + (style.size * 1.3 if where in ("above", "inside") else 0) + chance.uniform(1, 8)
    return y + 2


def area(page: Paper, x0: float, x1: float, y: float) -> float:
    """A large frame to write several lines in."""
    said, high = page.say.label(2, 9), page.chance.uniform(30, 140)
    top = y + page.style.size * 1.35
    if page.chance.random() < 0.5:
        page.text(x0, y, said, most=x1 - x0)
        page.frame((x0, top, x1, top + high), fill=fill(page))
    else:
        page.frame((x0, y, x1, top + high), fill=fill(page))
        page.text(x0 + 3, y + 1.5, said, most=x1 - x0 - 6)
    page.add("text", x0, top, x1, top + high)
    return top + high + 4


def table(page: Paper, x0: float, x1: float, y: float) -> float:
    """A table: heads printed, cells free; perhaps words in the first column, or squares."""
    chance, style = page.chance, page.style
    columns, rows = chance.randint(2, 8), chance.randint(2, 9)
    high = style.high * chance.choice([1, 1, 1.4])
    parts = [chance.uniform(0.6, 2) for _ in range(columns)]
    named, printed = chance.random() < 0.5, chance.random() < 0.12
    ticked = chance.random() < 0.15
    edges = [x0]
    for part in parts:
        edges.append(edges[-1] + (x1 - x0) * part / sum(parts))
    head = high * chance.choice([1, 1.3, 1.8])
    if chance.random() < 0.4:
        page.ground((x0, y, x1, y + head), chance.choice([200, 225, 240]))
    for left, right in pairwise(edges):
        page.text(
            left + 2,
            y + 2,
            page.say.words(1, 3),
            style.size * 0.9,
            bold=chance.random() < 0.5,
            most=right - left - 4,
        )
    top, feet = y, [y, y + head]
    for _ in range(rows):
        foot = feet[-1] + high
        for place, (left, right) in enumerate(pairwise(edges)):
            if printed or (named and place == 0):
                page.text(
                    left + 2,
                    feet[-1] + (high - style.size * 1.2) / 2,
                    page.say.words(1, 4),
                    most=right - left - 4,
                )
            elif ticked and place:
                middle = (left + right) / 2
                square(page, middle - 4, feet[-1] + (high - 8) / 2, 8)
            else:
                page.add("text", left, feet[-1], right, foot)
        feet.append(foot)
    for foot in feet:
        page.level(x0, x1, foot)
    sides = edges if chance.random() < 0.9 else edges[1:-1]
    for side in sides:
        page.upright(side, top, feet[-1])
    return feet[-1] + 4


def comb(page: Paper, x0: float, x1: float, y: float) -> float:
    """Cells for one letter each: closed, open at the top, or teeth on a line; dates in parts."""
    chance, style = page.chance, page.style
    look, wide = chance.choice(["closed", "open", "teeth", "apart"]), chance.uniform(8, 16)
    high = chance.uniform(9, 17)
    for _ in range(chance.choice([1, 1, 2, 3])):
        foot = y + high + 2
        x = page.text(x0, foot - style.size * 1.15, page.say.label(), most=(x1 - x0) * 0.5) + 4
        parts = chance.choice(
            [
                (2, 2, 4),
                (5,),
                (10,),
                (2, 2, 2, 2, 2),
                (chance.randint(3, 26),),
                (1, 2, 2, 2, 3, 3, 2),
            ]
        )
        for cells in parts:
            if x + cells * wide > x1:
                break
            one_comb(page, look, x, foot, wide, high, cells)
            x += cells * wide + chance.choice([3, 4, 6, 9])
            if len(parts) > 1 and chance.random() < 0.2:
                x = page.text(x - 3, foot - style.size, "/") + 2
        y = foot + chance.uniform(1, 6)
    return y + 3


def one_comb(
    page: Paper, look: str, x: float, foot: float, wide: float, high: float, cells: int
) -> None:
    """Draw so many cells and note them as one box."""
    end, tooth = (
        x + cells * wide,
        high * (1 if look == "closed" else page.chance.choice([0.3, 0.5, 1])),
    )
    if look == "apart":
        for cell in range(cells):
            page.frame((x + cell * wide, foot - high, x + (cell + 1) * wide - 2, foot))
    else:
        page.level(x, end, foot)
        for wall in range(cells + 1):
            if look == "teeth" and wall in (0, cells):
                continue
            page.upright(x + wall * wide, foot - tooth, foot)
        if look == "closed":
            page.level(x, end, foot - high)
    page.add("comb" if cells > 1 else "text", x, foot - high, end, foot)


def square(page: Paper, x: float, y: float, size: float, look: str = "") -> None:
    """One place to tick."""
    look = look or page.chance.choice(["square"] * 5 + ["circle", "typed"])
    if look == "typed":
        x0, y0, x1, y1 = page.glyph(x, y - size * 0.2, "☐", size * 1.2)
        page.add("tick", x0, y0, x1, y1)
        return
    rect = x, y, x + size, y + size
    if look == "circle":
        page.circle(rect, fill=fill(page))
    else:
        page.frame(rect, fill=fill(page))
    page.add("tick", *rect)


def choices(page: Paper, x0: float, x1: float, y: float) -> float:
    """Squares with their words, in a row or below each other."""
    chance, style = page.chance, page.style
    size, look = (
        chance.choice([6, 7, 8, 8, 9, 10, 11, 13]),
        chance.choice(["square"] * 4 + ["circle", "typed"]),
    )
    many, before = chance.choice([1, 1, 2, 3, 4, 6]), chance.random() < 0.15
    step = max(size, style.size) * chance.uniform(1.25, 1.9)
    for _ in range(chance.choice([1, 1, 2, 3, 6])):
        x = x0
        if chance.random() < 0.4:
            x = (
                page.text(
                    x0,
                    y + (size - style.size * 1.2) / 2,
                    page.say.label(1, 5),
                    most=(x1 - x0) * 0.5,
                )
                + 8
            )
        wide = (x1 - x) / many
        for _ in range(many):
            if x + size + 10 > x1:
                break
            said = chance.choice(
                [page.say.words(1, 5), chance.choice(["oui", "non", "Yes", "No", "M", "Mme"])]
            )
            if before:
                end = page.text(x, y + (size - style.size * 1.2) / 2, said, most=wide - size - 8)
                square(page, end + 3, y, size, look)
            else:
                square(page, x, y, size, look)
                page.text(
                    x + size + chance.uniform(2, 5),
                    y + (size - style.size * 1.2) / 2,
                    said,
                    most=min(wide, x1 - x) - size - 8,
                )
            x += wide
        y += step
    return y + 3


def yes_or_no(page: Paper, x0: float, x1: float, y: float) -> float:
    """Questions at the left, two squares at the right."""
    size, step = page.chance.uniform(6, 11), page.style.size * page.chance.uniform(1.5, 2.4)
    for _ in range(page.chance.randint(2, 8)):
        page.text(x0, y, page.say.words(3, 12), most=x1 - x0 - 90)
        for x, said in ((x1 - 75, "oui"), (x1 - 35, "non")):
            square(page, x, y, size, "square")
            page.text(x + size + 3, y, said)
        y += step
    return y + 3


def panel(page: Paper, x0: float, x1: float, y: float) -> float:
    """White cells on a coloured ground."""
    chance, style = page.chance, page.style
    rows, many = chance.randint(1, 5), chance.randint(1, 4)
    high = style.high
    step = high + style.size * 1.3 + 4
    light = chance.choice([150, 185, 205, 220, 232])
    page.ground((x0 - 4, y, x1 + 4, y + rows * step + 6), light)
    edged = chance.random() < 0.3
    for _ in range(rows):
        x, wide = x0, (x1 - x0) / many
        for _ in range(many):
            page.text(x, y + 2, page.say.label(), most=wide - 6)
            cell = (
                x,
                y + 2 + style.size * 1.3,
                x + wide - chance.uniform(4, 12),
                y + 2 + style.size * 1.3 + high,
            )
            if chance.random() < 0.25:
                cells = max(2, int((cell[2] - cell[0]) / 13))
                for place in range(cells):
                    left = cell[0] + place * 13
                    page.frame((left, cell[1], left + 11, cell[3]), 0 if edged else -1, 255)
                page.add("comb", cell[0], cell[1], cell[0] + cells * 13 - 2, cell[3])
            else:
                page.frame(cell, 0 if edged else -1, 255)
                page.add("text", *cell)
            x += wide
        y += step
    return y + 12
