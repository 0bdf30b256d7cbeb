"""Faults of the file, and faults of a project and its scenarios together."""

from .conftest import PROJECT


def test_every_key_is_looked_at(faults):
    assert faults('titel = "T"\neconomy = "valleys"\nlanguage = "fr"\ndraws = -1\n') == [
        "project.toml, title: no key 'title'; expected a required key: { en = ..., zh = ... }, or English alone;"
        " add it",
        "project.toml, home: no key 'home'; expected a required key: code of the region that the project is about;"
        " add it",
        "project.toml:3, language: language = 'fr'; expected 'en' or 'zh'; correct it",
        "project.toml:4, draws: draws = -1; expected greater than or equal to 0; correct it",
        "project.toml:1, titel: unknown key 'titel' (did you mean 'title'?); expected keys among title, economy, home,"
        " language, sources, scenarios, build, draws; correct or remove it",
    ]


def test_scenarios_are_looked_at_with_the_project(project, faults):
    (project / "scenarios" / "rest.toml").write_text('titel = "T"\n', encoding="utf-8")
    lines = faults(PROJECT.replace('"AA"', '"AAA"'))
    assert [line.split(": ")[0] for line in lines] == ["project.toml:3, home", "rest.toml, title", "rest.toml:1, titel"]


def test_an_unknown_economy_is_told_with_the_rest(faults):
    lines = faults(PROJECT.replace("valleys", "nowhere") + 'sources = "papers"\n')
    assert [line.split(": ")[0] for line in lines] == ["project.toml:4, sources", "nowhere"]
