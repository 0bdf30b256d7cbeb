"""hinterland: a laboratory for a region's open economy.

    import hinterland as hl
    baseline = hl.load("my-economy")
    result = hl.run(baseline, {"tariff": {("MEX", "USA"): 0.0}})
    result.table("regions")

Names are loaded when first used: the command line must answer `--help` before numpy has woken up.
"""

import lazy_loader

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach(
    __name__,
    submodules={"measures"},
    submod_attrs={
        "baseline": ["Baseline"],
        "calibrate": ["calibrate"],
        "compare": ["compare", "difference"],
        "contribute": ["contribute"],
        "economy.params": ["Closures"],
        "errors": ["HinterlandError", "InputError"],
        "matter": ["tariffs_that_matter"],
        "project": ["embedded", "load"],
        "cite": ["cite"],
        "lock": ["lock", "verify", "write_lock"],
        "result": ["Result"],
        "results.record": ["Record"],
        "results.store": ["open_result", "save_result"],
        "run": ["run"],
        "scenario.read": ["read_scenario", "scenario"],
        "scenario.schema": ["Scenario"],
        "scenario.write": ["write_scenario"],
        "study.conduct": ["conduct"],
        "treasury": ["treasury"],
        "uncertain": ["uncertain"],
    },
)
