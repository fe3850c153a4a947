"""Parts where nobody writes: words, titles, rules, stamps, small pictures of pages."""

from tests.corpus.training.paper import Paper


def prose(page: Paper, x0: float, x1: float, y: float) -> float:
    """Lines of text, where nobody writes."""
    size = page.style.size * page.chance.choice([0.8, 1, 1, 1.1])
    step = size * page.chance.uniform(1.1, 1.5)
    for _ in range(page.chance.choice([1, 1, 2, 3, 5, 8])):
        end = page.text(x0, y, page.say.words(3, 24), size, most=x1 - x0)
        if page.chance.random() < 0.04:
            page.level(x0, end, y + size * 1.12)  # underlined
        y += step
    return y


def heading(page: Paper, x0: float, x1: float, y: float) -> float:
    """A title: bare, underlined, in a frame, or white on a bar."""
    chance = page.chance
    size = page.style.size * chance.uniform(1, 1.8)
    high = size * chance.uniform(1.3, 2)
    look = chance.choice(["bare", "bar", "bar", "frame", "rule"])
    said, ink = page.say.words(1, 6), page.style.ink
    if look == "bar":
        light = chance.choice([0, 60, 110, 180, 215, 230])
        page.ground((x0, y, x1, y + high), light)
        ink = 255 if light < 150 else page.style.ink
    elif look == "frame":
        page.frame((x0, y, x1, y + high))
    page.text(
        x0 + chance.uniform(1, 6),
        y + (high - size * 1.2) / 2,
        said,
        size,
        bold=True,
        ink=ink,
        most=x1 - x0 - 8,
    )
    if look == "rule":
        page.level(x0, x1, y + high)
    return y + high


def nothing(page: Paper, x0: float, x1: float, y: float) -> float:
    """What looks like a box and is none: rules, printed frames, barcodes, stamps, drawings."""
    chance, style = page.chance, page.style
    look = chance.choice(["rule", "frame", "bars", "stamp", "dots", "thumbnail", "contents"])
    if look == "rule":
        page.level(x0, x1, y + 3, chance.uniform(0.3, 2))
        return y + 8
    if look == "frame":
        end = prose(page, x0 + 5, x1 - 5, y + 4) + 3
        page.frame((x0, y, x1, end), round_=chance.choice([0, 3]))
        return end + 4
    if look == "bars":
        for place in range(60):
            if chance.random() < 0.5:
                page.ground((x0 + place * 1.5, y, x0 + place * 1.5 + 1, y + 22), 0)
        return y + 26
    if look == "stamp":
        page.circle((x1 - 70, y, x1 - 10, y + 55), 1.2)
        page.text(x1 - 55, y + 20, page.say.words(1, 1), most=40)
        return y + 10
    if look == "dots":
        for _ in range(chance.randint(3, 9)):
            page.glyph(x0, y, chance.choice("•■▪●►☛"), style.size)
            page.text(x0 + 12, y, page.say.words(3, 12), most=x1 - x0 - 12)
            y += style.size * 1.4
        return y
    if look == "contents":
        for _ in range(chance.randint(3, 8)):
            end = page.text(x0, y, page.say.words(2, 6), most=(x1 - x0) * 0.6)
            page.level(end + 3, x1 - 14, y + style.size, look="typed")
            page.text(x1 - 11, y, str(chance.randint(1, 40)))
            y += style.size * 1.5
        return y + 3
    return thumbnail(page, x0, x1, y)


def thumbnail(page: Paper, x0: float, x1: float, y: float) -> float:
    """A small picture of a page: a frame full of small rules and frames."""
    wide, high = page.chance.uniform(60, 130), page.chance.uniform(60, 150)
    page.frame((x0, y, x0 + wide, y + high))
    top = y + 5
    while top < y + high - 8:
        page.text(x0 + 4, top, page.say.words(2, 9), 3, most=wide - 8)
        if page.chance.random() < 0.3:
            page.frame((x0 + wide * 0.5, top, x0 + wide - 5, top + 4), 0.3)
        top += page.chance.uniform(4, 8)
    page.text(x0 + wide + 8, y + 5, page.say.words(4, 9), most=x1 - x0 - wide - 10)
    return y + high + 4
