"""What an act is: a verb of an English sentence that announces something, with its status."""

from __future__ import annotations

from dataclasses import dataclass

CAUSES = frozenset(
    "encourage guide help support assist allow enable urge push require invite lead authorize permit".split()
)


@dataclass(slots=True)
class Act:
    """Hold an act: its verb at words i..j, and from which word on its clause runs."""

    i: int
    j: int
    lemma: str
    form: str  # base, s, ing, ed, passive, noun
    status: str
    begin: int  # the first word of what stands before the verb: its subject, or the object of a passive
    aside: bool = False  # a purpose or a means: announces nothing itself
    adjunct: bool = False  # ", building …" after a finite verb: perhaps only a result
    known: bool = True  # is the verb one of policy, or any verb that is planned?

    @property
    def causes(self) -> bool:
        """Tell whether another's act completes this one: "encourage banks to lend"."""
        return self.lemma in CAUSES
