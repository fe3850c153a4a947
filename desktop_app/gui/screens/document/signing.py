"""The image of a signature on a letter that is read again: offered when the safe keeps one."""

from functools import partial

from desktop_app.core.documents.model import LetterDocument, PrintedPicture
from desktop_app.gui.context import Context
from desktop_app.gui.screens.paper import PaperPage
from desktop_app.pages import letter as page
from desktop_app.workflow.documents.letter_in_hand import LetterInHand
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.people import signatures
from desktop_app.workflow.people.signatures import Kept


class SignedPage(PaperPage):
    """A letter on which the image of a signature may be put, once it was looked for."""

    hand: LetterInHand

    def __init__(self, context: Context, heading: str) -> None:
        super().__init__(context, heading)
        self._signatory: Kept | None = None
        self._looked_for_signature = False

    def make_again(self) -> None:
        """Have the letter made as it is now."""
        raise NotImplementedError

    def answer(self, asked: str, question: str) -> str:
        """Return what is typed or chosen there."""
        return "".join(self.asks[asked].typed()[question])

    def look_for_signature(self, made: Made) -> None:
        """Look once for the image of who signs this letter; without one, one signs by hand."""
        session, document = self.context.session, made.prepared.document
        safe, person = session.safe, session.person
        if self._looked_for_signature or safe is None or not isinstance(document, LetterDocument):
            return
        self._looked_for_signature = True
        self.context.jobs.run(
            partial(signatures.of_signatory, safe, document.signature, person),
            done=self._offer_signature,
            failed=lambda _why: None,
        )

    def _offer_signature(self, found: Kept | None) -> None:
        self._signatory = found
        if found is not None:
            self.live[page.SIGNATURE].put(page.signature(found.name))

    def sign(self, put: bool) -> None:
        """Read the image and put it on the letter, or take it away."""
        safe, found = self.context.session.safe, self._signatory
        if not put or safe is None or found is None:
            self._signed(None)
            return
        self.context.jobs.run(
            partial(signatures.picture_of, safe, found.document, self.context.tools.clean_picture),
            done=self._read_signature,
            failed=self._signature_refused,
        )

    def _read_signature(self, picture: PrintedPicture) -> None:
        if self.answer(page.SIGNATURE, page.SIGNATURE):  # it may have been taken away meanwhile
            self._signed(picture)

    def _signed(self, picture: PrintedPicture | None) -> None:
        if picture != self.hand.signature:
            self.hand.signature = picture
            self.make_again()

    def _signature_refused(self, problem: BaseException) -> None:
        self.asks[page.SIGNATURE].answer(page.SIGNATURE).put(())
        self.refused(problem)
