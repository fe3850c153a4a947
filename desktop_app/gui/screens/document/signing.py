"""The image of a signature on this letter: offered for who signs it, put there by a gesture."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.core.documents.model import LetterDocument, PrintedPicture
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongCheck
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.people import signatures
from desktop_app.workflow.people.signatures import Kept


class SigningPart(QFrame):
    """Not shown without a safe, nor where the safe has no image of who signs; never ticked by us.

    ``sign`` is given the image, or None when it is taken away; ``refused`` why it could not be.
    """

    def __init__(
        self,
        context: Context,
        sign: Callable[[PrintedPicture | None], None],
        refused: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._sign, self._refused = context, sign, refused
        self._kept: Kept | None = None
        self._asked = False
        self.tick: LongCheck | None = None
        told = i18n.text(
            "Certains organismes demandent une signature à la main. "
            "Sans l’image, vous signez au stylo au-dessus du nom."
        )
        self._column = column = QVBoxLayout(self)
        margin = context.look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(Words(context.look, told, "hint"))
        self.hide()

    def look_for(self, made: Made) -> None:
        """Look once for the image of who signs this letter."""
        safe, document = self._context.session.safe, made.prepared.document
        if self._asked or safe is None or not isinstance(document, LetterDocument):
            return
        self._asked = True
        signed, person = document.signature, self._context.session.person
        self._context.jobs.run(
            partial(signatures.of_signatory, safe, signed, person),
            done=self._offer,
            failed=lambda _why: None,  # without it, one signs by hand
        )

    def _offer(self, found: Kept | None) -> None:
        self._kept = found
        if found is not None:
            words = i18n.text("Mettre l’image de la signature ({name})")
            self.tick = LongCheck(self._context.look, words.format(name=found.name))
            self.tick.toggled.connect(self._ticked)
            self._column.insertWidget(0, self.tick)
            self.show()

    def _ticked(self, checked: bool) -> None:
        safe, kept = self._context.session.safe, self._kept
        if not checked or safe is None or kept is None:
            self._sign(None)
            return
        clean = self._context.tools.clean_picture
        self._context.jobs.run(
            partial(signatures.picture_of, safe, kept.document, clean),
            done=self._drawn,
            failed=self._failed,
        )

    def _drawn(self, picture: PrintedPicture) -> None:
        if self.tick is not None and self.tick.isChecked():  # it may have been taken away meanwhile
            self._sign(picture)

    def _failed(self, problem: BaseException) -> None:
        if self.tick is not None:
            self.tick.setChecked(False)
        self._refused(problem)
