"""An address that pays the postage is said to need no stamp, and never registered post."""

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.datafiles import data_root


def test_every_free_address_is_posted_without_a_stamp() -> None:
    catalogue = FolderCatalogue(data_root("forms"))
    letters = [catalogue.letter(item.id) for item in catalogue.search(kind="letter")]
    free = {
        one.id for one in letters if any("Libre rép" in line.text for line in one.recipient.line)
    }
    assert free >= {"ddd", "energie-mediateur"}
    assert free == {one.id for one in letters if one.free_post}
    assert not any(one.registered for one in letters if one.free_post)
