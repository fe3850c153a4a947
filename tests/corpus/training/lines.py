"""Parts with lines to write on, ruled, dashed, dotted or typed."""

from tests.corpus.training.paper import Paper


def on_lines(page: Paper, x0: float, x1: float, y: float) -> float:
    """Labels and lines to write on, one or several a row, several rows."""
    chance, style = page.chance, page.style
    look = chance.choice(["plain", "plain", "plain", "dashed", "dotted", "typed", "typed"])
    many, step = chance.choice([1, 1, 1, 2, 2, 3, 4]), style.high * chance.uniform(1, 1.6)
    under = chance.random() < 0.12  # words below their line
    for _ in range(chance.choice([1, 1, 2, 3, 5])):
        starts = [
            x0 + (x1 - x0) * (one + chance.uniform(-0.1, 0.1) * (one > 0)) / many
            for one in range(many)
        ]
        for start, end in zip(starts, [*starts[1:], x1], strict=True):
            foot = y + step
            said = page.say.label()
            after = start
            if under:
                page.text(start, foot + 1, said, style.size * 0.8, most=end - start - 4)
            elif chance.random() < 0.93:
                drop = chance.uniform(0.8, 1.15) * style.size
                after = page.text(
                    start, foot - drop, said, most=(end - start) * 0.7
                ) + chance.uniform(1, 6)
            until = end - (0 if end == x1 else chance.uniform(3, 14))
            if until - after < 12:
                continue
            page.level(after, until, foot, look=look)
            high = min(step - 1, max(style.size * 1.25, 9))
            page.add("text", after, foot - high, until, foot)
            if chance.random() < 0.06:
                page.text(until + 1, foot - style.size, chance.choice(["€", "m²", "%", ".", ")"]))
        y += step + (style.size if under else 0)
    return y + 3


def following(page: Paper, x0: float, x1: float, y: float) -> float:
    """A label, then whole lines below it."""
    y = page.style.size * 1.3 + y
    page.text(x0, y - page.style.size * 1.2, page.say.label(2, 8), most=x1 - x0)
    look = page.chance.choice(["plain", "dotted", "typed"])
    step = page.style.high * page.chance.uniform(1, 1.4)
    for _ in range(page.chance.randint(1, 5)):
        y += step
        page.level(x0, x1, y, look=look)
        page.add("text", x0, y - min(step - 1, max(page.style.size * 1.25, 9)), x1, y)
    return y + 3


def in_prose(page: Paper, x0: float, x1: float, y: float) -> float:
    """Sentences with gaps to fill: "je soussigné ______ né le ______"."""
    step = page.style.size * page.chance.uniform(1.5, 2.2)
    look = page.chance.choice(["plain", "dotted", "typed", "typed"])
    for _ in range(page.chance.randint(1, 4)):
        x, foot = x0, y + step
        while x < x1 - 30:
            end = page.text(x, foot - page.style.size * 1.05, page.say.words(1, 5), most=x1 - x)
            wide = page.chance.uniform(20, 160)
            x, gap = end + 2, min(wide, x1 - end - 2)
            if gap < 15 or page.chance.random() < 0.35:
                x += 2
                continue
            page.level(x, x + gap, foot, look=look)
            page.add("text", x, foot - max(9, page.style.size * 1.2), x + gap, foot)
            x += gap + 3
        y += step
    return y + 3


def typed_date(page: Paper, x0: float, x1: float, y: float) -> float:
    """A place, a date and a signature, in typed underscores or dots."""
    foot = y + page.style.high
    x = x0
    for said, most in (("Fait à", 120), (", le", 70)):
        x = (
            page.text(x, foot - page.style.size, page.chance.choice([said, page.say.label(1, 2)]))
            + 3
        )
        wide = min(most, x1 - x - 10)
        if wide > 20:
            page.level(x, x + wide, foot, look=page.chance.choice(["plain", "typed", "dotted"]))
            page.add("text", x, foot - max(9, page.style.size * 1.2), x + wide, foot)
        x += max(wide, 0) + 4
    if page.chance.random() < 0.6:
        x = x0 + (x1 - x0) * page.chance.uniform(0.3, 0.6)
        rect = x, foot + 8, x1, foot + 8 + page.chance.uniform(30, 70)
        page.text(
            x, foot + 9, " " + page.chance.choice(["Signature", "Signature :", page.say.label()])
        )
        if page.chance.random() < 0.7:
            page.frame(rect)
        page.unsure.append(rect)
        return rect[3] + 4
    return foot + 6
