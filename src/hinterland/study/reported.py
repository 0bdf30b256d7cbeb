"""A study's report: drawn once, scenario by scenario, and written when anything that it shows has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from hinterland.atomic import written_whole
from hinterland.errors import MissingExtraError
from hinterland.project import find
from hinterland.report.announced import announced
from hinterland.study.answers import Answer
from hinterland.study.documents import Documents, Tell
from hinterland.study.kept import hash_of, key_of, recall, remember
from hinterland.study.project_file import Project


@dataclass(frozen=True)
class Report:
    """Say where the report lies, or why there is none."""

    path: Path | None
    reused: bool = False
    why: str = ""


def reported(project: Project, documents: Documents, answers: Sequence[Answer], lang: str, tell: Tell) -> Report:
    """Write the report of a study in a language, or take the one that was made from the same.

    Where the libraries that draw are not installed it says so, and the study stands without a report.
    """
    own = lang == project.said.language
    path = project.build / ("report.html" if own else f"report-{lang}.html")
    notes = project.build / "kept" / f"{path.stem}.json"
    key = key_of([lang, project.said.title.of(lang), documents.key, *(answer.key for answer in answers)])
    if (recall(notes, key) or {}).get("report") == hash_of(path):
        return Report(path, reused=True)
    try:
        page = _page(project, documents, answers, lang, tell)
    except MissingExtraError as error:
        return Report(None, why=str(error))
    with written_whole(path) as file:
        file.write(page.encode())
    remember(notes, key, {"report": hash_of(path)})
    return Report(path)


def _page(project: Project, documents: Documents, answers: Sequence[Answer], lang: str, tell: Tell) -> str:
    """Set the page; a scenario's pictures are drawn where they were not drawn before."""
    from hinterland.report.gather import gather  # noqa: PLC0415 - an optional extra draws
    from hinterland.report.material import Case  # noqa: PLC0415
    from hinterland.report.page import html  # noqa: PLC0415
    from hinterland.report.picture import Picture  # noqa: PLC0415
    from hinterland.report.scene import Scene, scene, view_of  # noqa: PLC0415

    material = gather(
        project.baseline,
        find(project.economy),
        [answer.assessment() for answer in answers],
        about=project.said.home,
        lang=lang,
        announced=announced(documents.ledger, lang),
        title=project.said.title.of(lang),
    )
    view = view_of(material, lang)
    waiting = iter(answers)

    def drawn(case: Case) -> Scene:
        answer = next(waiting)
        notes, key = project.build / "kept" / f"pictures-{answer.name}-{lang}.json", key_of([answer.key, lang])
        kept = recall(notes, key)
        if kept is None:
            made = scene(case, view)
            remember(notes, key, {name: [asdict(one) for one in pictures] for name, pictures in made.items()})
        else:
            made = {name: [Picture(**one) for one in pictures] for name, pictures in kept.items()}
        tell("report", answers.index(answer) + 1, len(answers))
        return made

    return html(material, lang, drawn)
