"""Import generated documents into a ledger and watch the memory."""

from __future__ import annotations

import os
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rich.progress import Progress

from hinterland.ledger.documents.source import document
from hinterland.ledger.keeping.store import append
from hinterland.ledger.read import Reading, read

FIRST_YEAR = 2005
PROVINCES = ("Shandong", "Guangdong", "Jiangsu", "Zhejiang", "Hunan", "Henan", "Fujian", "Sichuan", "Hubei", "Anhui")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")


def show(count: int) -> None:
    """Import `count` documents, print time, speed, and the memory after each tenth of the way."""
    with tempfile.TemporaryDirectory() as folder, Progress() as progress:
        ledger = Path(folder) / "ledger.duckdb"
        task = progress.add_task("importing", total=count)
        done, marks = 0, [(0, _resident())]

        def tick(number: int) -> None:
            nonlocal done
            done += number
            progress.advance(task, number)
            if done * 10 // count > len(marks) - 1:
                marks.append((done, _resident()))

        watch = _Peak()
        started = time.perf_counter()
        with watch:
            kept = append(ledger, _documents(count), tick)
        took = time.perf_counter() - started
        size = ledger.stat().st_size
    print(
        f"import: {kept.documents} documents in {took:.1f} s, {count / took:.0f} a second; "
        f"{kept.observations} observations"
    )
    print("  resident MiB after each tenth: " + ", ".join(f"{memory}" for _, memory in marks))
    print(f"  peak {watch.most} MiB, checks between documents included; file {size / 2**20:.1f} MiB")
    print(f"  findings: {kept.findings}")


class _Peak:
    """Watch the resident memory from a thread: the peak of the import, not of the process's life."""

    def __enter__(self) -> _Peak:
        self.most, self._over = 0, threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            self.most = max(self.most, _resident())


def _documents(count: int) -> Iterator[Reading]:
    for number in range(count):
        yield read(document(_story(number), doc=f"d{number}", source=f"generated/{number}"))


def _story(number: int) -> str:
    """Write a customs story whose sums hold, in the style of the wires; story 2,000 repeats the figures of story 0."""
    year, month, place = number // 100 % 20, 1 + number // 10 % 10, PROVINCES[number % 10]
    exports, imports, x, m, private = _figures(place, month)[year]
    total = (exports + imports) / (exports / (1 + x) + imports / (1 + m)) - 1
    return (
        f"Foreign trade of {place} in the first {month + 1} months, story {number}\n\n"
        f"{MONTHS[month]} 28, {FIRST_YEAR + year}\n\n"
        f"Foreign trade of {place} province reached {exports + imports:,.2f} billion yuan from January to "
        f"{MONTHS[month]} {FIRST_YEAR + year}, {_moved(total)} year on year, customs said.\n\n"
        f"Exports were {exports:,.2f} billion yuan, {_moved(x)}; imports {imports:,.2f} billion yuan, {_moved(m)}.\n\n"
        f"Private enterprises' trade was {private * (exports + imports):,.2f} billion yuan, accounting for "
        f"{private:.1%} of the total.\n"
    )


@cache
def _figures(place: str, month: int) -> list[tuple[float, float, float, float, float]]:
    """Draw twenty years of exports, imports, their growth on the year before, and the private share."""
    chance = random.Random(f"{place} {month}")
    exports, imports, years = chance.uniform(50, 200), chance.uniform(50, 200), []
    for _ in range(20):
        x, m = round(chance.uniform(-0.1, 0.2), 3), round(chance.uniform(-0.1, 0.2), 3)
        exports, imports = exports * (1 + x), imports * (1 + m)
        years.append((exports, imports, x, m, chance.uniform(0.4, 0.8)))
    return years


def _moved(rate: float) -> str:
    return f"{'up' if rate >= 0 else 'down'} {abs(rate) * 100:.1f} percent"


def _resident() -> int:
    """Give resident memory in MiB; from /proc, as the benchmark machine has it."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20
