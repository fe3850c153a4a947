"""The letter as it will be printed, and each paragraph with its reason."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import FilledForm, LetterDocument
from desktop_app.core.errors import AppError
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.live_paper import LivePaper
from desktop_app.gui.screens.document.signing import SignedPage
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import letter as page
from desktop_app.pages.gestures import GoPrint, SavePdf
from desktop_app.pages.page import Answers, Gesture
from desktop_app.pages.what_next import old_alone
from desktop_app.workflow.documents.letter_in_hand import LetterInHand
from desktop_app.workflow.documents.paragraphs import ReadParagraph, Rereading
from desktop_app.workflow.documents.rendering import Made

if TYPE_CHECKING:
    from desktop_app.workflow.documents.preview import Glimpse


def _keep_nothing(_draft: Draft) -> object:
    """Without a safe, nothing is written."""


class DocumentScreen(SignedPage):
    """Opened with a draft, or with the interview in hand, which then holds what is changed here.

    What is changed shows at once; the letter with its kit is made and proved after it. What the
    page says is in ``pages/letter.py``.
    """

    def __init__(self, context: Context, asked: to.Letter) -> None:
        super().__init__(context, i18n.text("Votre lettre"))
        draft, self._writing = asked.draft, None
        if asked.writing is not None:  # one may come back: what was changed is there, not in draft
            self._writing = writing_of(asked.writing)
            self._writing.at("paper")
            draft = self._writing.interview.draft
            context.session.saver = self._unsaved
        self._keep = asked.keep or _keep_nothing
        self._autosave = Autosave(self, self._keep_typed)
        self.hand = LetterInHand(context.tools, draft)
        self.paragraphs: tuple[ReadParagraph, ...] = ()
        self._live: LivePaper | None = None
        self._document: LetterDocument | FilledForm | None = None  # as it was last seen
        self._definition: LetterDefinition | None = None
        self._job: Job | None = None
        self._proved = False
        self._reads = False
        self._preview = Preview(
            context.look,
            context.jobs,
            lambda: context.tools.viewer(drafts=True),
            self.refused,
            live=True,
        )
        self._paper = self.put_aside(self._preview, self._preview.set_tall)
        office = context.tools.mode == "association"
        self.fill(page.page(public=context.session.public, office=office))
        read = context.jobs.run(self.hand.definition, done=self._begin, failed=self._not_made)
        self.wait_for(read, context.navigator.back)

    def own(self, name: str) -> QWidget:
        """Give how far the making is, and the pages in a narrow window."""
        return self.making if name == page.MAKING else self._paper

    def perform(self, gesture: Gesture) -> None:
        """Change a paragraph, sign, or go further with the letter that was made."""
        now, made = self.hand.now, self.hand.made
        match gesture:
            case GoPrint():
                assert made is not None
                self.do(to.Print(made=made, draft=now.draft, writing=self._writing))
            case SavePdf():
                self.save_pdf(made, "lettre.pdf")
            case page.SaveWord():
                self.save_word(made)
            case Answers(page.SIGNATURE):
                self.sign(bool(self.answer(page.SIGNATURE, page.SIGNATURE)))
            case Answers(asked):
                self.write_instead(page.paragraph_of(asked), self.answer(asked, page.WORDS))
            case page.ReadSentences():
                self._read_sentences()
            case page.TakeOut(paragraph):
                self._change(paragraph, now.take_out(paragraph))
            case page.PutBack(paragraph):
                self._change(paragraph, now.put_back(paragraph))
            case page.OurWords(paragraph):
                self._change(paragraph, now.our_words(paragraph))
            case page.OwnWords(paragraph):
                self._change(paragraph, now.own_words(paragraph))
            case page.ChangeWords(paragraph):
                self._open(paragraph)
            case page.LeaveAsBefore(paragraph):
                self._leave(paragraph)

    # ------------------------------------------------------------------ the pages

    def _begin(self, definition: LetterDefinition) -> None:
        self._definition = definition
        self.hand.take_up(definition)
        self._live = LivePaper(self, self.context, definition, self._show_glimpse, self._not_made)
        self._follow()

    def _follow(self) -> None:
        """Show each paragraph and the page as they are now; then have the letter made."""
        if self._live is None:
            return
        self._show_paragraphs()
        half_typed = self._half_typed()
        draft = self.hand.now.with_words(half_typed)
        self._live.follow(draft, self.hand.signature, at_once=True)
        if half_typed:
            self.waited()
            self._say_still_typed(half_typed)
        elif self._live.at_rest:  # in view since it was typed: no glimpse comes any more
            self._have_made()
        else:
            self._show_made()

    def _show_glimpse(self, made: "Glimpse") -> None:
        self._document = made.document
        if self.hand.made is None:
            self.show_unread(made.document)  # before its page is drawn, which then moves no more
        self._preview.show_document(made.pdf.data, made.pdf.pages, aloud=False, more=True)
        if made.draft == self.hand.now.draft:
            self._have_made()
        elif half_typed := self._half_typed():
            self._say_still_typed(half_typed)

    def _have_made(self) -> None:
        """Have the letter of now made and proved, unless it is already."""
        if self.hand.made is not None:
            self._show_made()
            return
        if self._job is not None:
            self._job.cancel()
        # Aside: the page is drawn first.
        self._job = self.context.jobs.run_aside(
            self.hand.make, done=self._show_made, failed=self._not_made
        )
        self.wait_for(self._job, self.context.navigator.back)

    def _not_made(self, problem: BaseException) -> None:
        self.waited()
        self.refused(problem)
        if isinstance(problem, AppError) and problem.code == "missing-glyph":
            written = {**self.hand.now.draft.edited, **self._half_typed()}
            signs = set(str(problem.parameters["characters"]).split())
            self._lead_to({name for name, text in written.items() if signs & {*text}})

    def _lead_to(self, paragraphs: Collection[str]) -> None:
        """Offer to change the paragraphs that cannot be printed as they are; none any more."""
        wrong = [one for one in self.paragraphs if one.id in paragraphs]
        self.live[page.WRONG].put(page.to_change(wrong))
        if wrong and not self._reads:
            self._reads = True
            self._show_paragraphs()

    def _show_made(self, _made: Made | None = None) -> None:
        """Show the letter of now, if it is made; when something was changed, the next one comes."""
        made = self.hand.made
        if made is None:
            return
        self.waited()
        self._document = made.prepared.document
        half_typed = self._half_typed()
        if half_typed and made.proved:
            self._say_still_typed(half_typed)
        else:
            self._let_go_on(proved=made.proved)
            self.say_made(made, page.ready())
        self._lead_to(made.unwritten)
        self.live[page.OLD].put(old_alone(made.prepared))
        self._preview.show_document(made.pdf.data, made.pdf.pages, still=True)
        self.look_for_signature(made)

    def _say_still_typed(self, half_typed: Mapping[str, str]) -> None:
        """What would be printed is what was kept: it waits for the words that are in a box."""
        self._let_go_on(proved=False)
        told = page.still_typed(one for one in self.paragraphs if one.id in half_typed)
        if self.state.text() != told:  # once, not at each word
            self.show_unread(self._document)
            self.say(told)

    def _let_go_on(self, *, proved: bool) -> None:
        self._proved = proved
        self.let_press(proved, GoPrint(), SavePdf(), page.SaveWord())

    # ------------------------------------------------------------------ the paragraphs

    def write_instead(self, paragraph: str, text: str) -> None:
        """Put the person's own words in place of ours, unless they are the same."""
        now = self.hand.now
        if now.is_as_opened(paragraph, text):
            self._leave(paragraph)
        else:
            self._change(paragraph, now.write(paragraph, text))

    def typed_in(self, ask: str) -> None:
        """Show words while they are typed: the letter itself changes once they are kept."""
        if self._writing is not None:
            self._writing.paragraph = self._named(page.paragraph_of(ask))
            self._writing.typing()
            self._autosave.touched()
        if self._live is None:
            return
        words = self._half_typed()
        if words and self._proved:
            self._say_still_typed(words)
        self._live.follow(self.hand.now.with_words(words), self.hand.signature)
        if not words:
            self._show_made()

    def _open(self, paragraph: str) -> None:
        self._keep_before()
        shown = next(one for one in self.paragraphs if one.id == paragraph)
        self.hand.now = self.hand.now.open(shown)
        self._show_paragraphs()
        self.asks[page.ask_of(paragraph)].answer(page.WORDS).begin()

    def _leave(self, paragraph: str) -> None:
        self.clear_problem()
        self.hand.now = self.hand.now.leave(paragraph)
        self._show_paragraphs()
        self.typed_in(page.ask_of(paragraph))

    def _change(self, paragraph: str, now: Rereading) -> None:
        if paragraph not in self.hand.now.opened:
            self._keep_before()
        self.hand.now = now
        if self._writing is None:
            self._keep(now.draft)
        else:
            self._writing.keep_apart(now.with_words(self._half_typed()), self._named(paragraph))
        self.make_again()

    def _keep_before(self) -> None:
        """Keep what was said and typed until now: what is done next is undone by itself."""
        if self._writing is not None:
            self._hold_typed()
            self._writing.apart()

    def _named(self, paragraph: str) -> str:
        return page.came_back(self.paragraphs, paragraph)

    def read_again(self) -> None:
        """Show the letter that came back, where one is in it."""
        if self._writing is None:
            return
        draft = self._writing.interview.draft
        if self._definition is None:
            self.hand.now = Rereading(draft)
            return
        self.live[page.PARAGRAPHS].finish()
        for name in self.hand.now.opened.keys() & draft.writing.keys():
            if draft.writing[name] != self._words_in(name):
                self.asks[page.ask_of(name)].answer(page.WORDS).put(draft.writing[name])
        self.hand.take_again(self._definition, draft, self._half_typed())
        self.make_again()

    def make_again(self) -> None:
        self._let_go_on(proved=False)
        self.show_unread(self._document)
        self.say(page.being_made())
        self._follow()

    def _show_paragraphs(self) -> None:
        """Show each paragraph; those that are the same keep the focus and what is typed."""
        if self._definition is not None:
            self.paragraphs = self.hand.paragraphs(self._definition)
            self._reads = self._reads or page.open_at_once(self.paragraphs)
            shown = page.said(self.paragraphs) if self._reads else ()
            self.live[page.PARAGRAPHS].renew(shown)

    def _read_sentences(self) -> None:
        """Show each paragraph, and begin to read them."""
        self._reads = True
        self._show_paragraphs()
        self.live[page.PARAGRAPHS].begin()

    def _half_typed(self) -> Mapping[str, str]:
        """Return the words being typed that are not in the letter yet, by paragraph."""
        now = self.hand.now
        return now.half_typed({name: self._words_in(name) for name in now.opened})

    def _words_in(self, paragraph: str) -> str:
        """Return what is in a box that is open, or will be once it is built."""
        ask = page.ask_of(paragraph)
        if ask not in self.asks:
            return self.hand.now.opened[paragraph].words
        return self.answer(ask, page.WORDS)

    def _unsaved(self) -> Any:
        self._autosave.now()
        return self._writing.saver() if self._writing is not None else None

    def _keep_typed(self) -> None:
        """Keep the words being typed beside the letter; given up, they go again."""
        if self._writing is not None:
            self._hold_typed()
            self._writing.keep_typed()

    def _hold_typed(self) -> None:
        if self._writing is not None:
            self._writing.hold(self.hand.now.with_words(self._half_typed()))
