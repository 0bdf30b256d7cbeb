"""How a solve ended: a sentence for the user and a remedy (habit 7). A sweep never stops for one case."""

from __future__ import annotations

from enum import Enum


class Sentence(Enum):
    """Name an outcome; the value is (sentence, remedy)."""

    @property
    def sentence(self) -> str:
        """Say what happened."""
        return self.value[0]

    @property
    def remedy(self) -> str:
        """Say what to do about it; empty when nothing is wrong."""
        return self.value[1]


class Status(Sentence):
    """Name how a solve ended; the value is (sentence, remedy)."""

    CONVERGED = ("Every equation holds.", "")
    BY_NEWTON = ("Every equation holds; the quick iteration gave up and Newton's method finished.", "")
    BY_STAGES = ("Every equation holds; the shock had to be applied in stages.", "")
    TOO_MANY_STEPS = (
        "The iteration did not settle within its steps.",
        "Apply the shock in smaller parts, or raise `max_evaluations`.",
    )
    SEVERAL_ANSWERS = (
        "From other starting points the solver reached other answers that hold as well.",
        "The economy has several equilibria here: start from neighbouring solutions, compare, and report both.",
    )
    NO_SUPPLIER = (
        "Some region buys a good that nobody can deliver any more: its price is infinite.",
        "Leave at least one supplier: an infinite trade cost must not cut off a region without output of its own.",
    )
    NO_INCOME = (
        "Some region's income or spending became zero or negative.",
        "A subsidy, rebate or outward transfer is larger than the income that pays for it: make it smaller.",
    )
    NOT_FINITE = (
        "Numbers left the range that a computer can hold.",
        "Check the sizes of the shocks and the trade elasticities: a large elasticity with a large shock overflows.",
    )

    @property
    def ok(self) -> bool:
        """Tell whether the answer can be used."""
        return self in (Status.CONVERGED, Status.BY_NEWTON, Status.BY_STAGES)
