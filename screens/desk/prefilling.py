"""What the case knows about an item of a checklist, as a suggestion that somebody takes."""

from typing import TYPE_CHECKING

from screens.desk.acts import Act, Say
from screens.desk.asking import Asking
from screens.desk.sheets import Offer, Sheet
from screens.desk.widgets.picks import Picks

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.prefill import Suggestion
    from workshop.scored import Form


class TakePrefill(Act):
    """Take what the case suggests for the item at the cursor."""

    key, hinted = "f", False


def suggested(case: "Case", sheet: Sheet) -> "dict[str, Suggestion]":
    """What the case suggests for each item that it knows something about."""
    from workshop.prefill import suggestion

    items = sheet.checklist.items if sheet.checklist else ()
    found = {item.key: suggestion(case, item.known) for item in items}
    return {key: told for key, told in found.items() if told}


def why(told: "Suggestion", say: Say) -> str:
    """«8 av 10 bord var blandet.»."""
    return str(say(f"desk.prefill_{told.known}_{told.level}", n=told.n, of=told.of))


class Prefilling(Asking):
    """A sheet whose items may be answered by what the case holds; nothing is taken by itself."""

    def offers(self, case: "Case", sheet: Sheet) -> dict[str, Offer]:
        """What is suggested for each item that nobody has agreed on in this review."""
        from workshop import reviews
        from workshop.prefill import step_of

        if sheet.checklist is None:
            return {}
        form, now = self._sheet_form(case, sheet), reviews.now(case, sheet.checklist.key)
        done = {key for key, reply in now.replies.items() if reply.step} if now else set()
        return {
            key: Offer(step_of(form, told.level), why(told, self.say))
            for key, told in suggested(case, sheet).items()
            if key not in done
        }

    def act_take_prefill(self) -> object:
        """The answer and the figures behind it; u takes it back."""
        return self.run_worker(self._take_prefill(), group="act")

    async def _take_prefill(self) -> None:
        case, sheet, item = self.case, self.sheet, self.query_one("#items", Picks).cursor_id
        offer = self.offers(case, sheet).get(item or "") if case and sheet else None
        if sheet is None or offer is None or item is None:
            return
        fields = {"step": offer.step} if offer.step else {}
        wrong = await self._agree(sheet, item, note=offer.why, **fields)
        if wrong:
            self.desk.frame.warn(wrong)

    def _sheet_form(self, case: "Case", sheet: Sheet) -> "Form":
        return self._form(case, sheet, *self._looked_at(sheet))
