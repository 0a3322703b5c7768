"""What is counted, in the text format of Prometheus: sizes and times, never a name and never a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.language.reading import Reading
from storage.repositories.figures import Figures

_P = ParamSpec("_P")
_T = TypeVar("_T")

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0)


class Metrics:
    """The bot's own registry. `figures` counts what the record holds, each time it is asked."""

    def __init__(self, figures: Callable[[], Figures]) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_OfTheRecord(figures))
        self.requests = self._times("leadline_http_seconds", "Answering one request.", "path", "status")
        self._steps = self._times("leadline_step_seconds", "One piece of a worker's work.", "work")
        self._readings = Counter(
            "leadline_readings",
            "Messages read, by kind and outcome.",
            ("kind", "outcome"),
            registry=self._registry,
        )
        self._last_tick = Gauge(
            "leadline_last_tick_timestamp_seconds", "When the clock last ticked.", registry=self._registry
        )

    def timed(self, work: str, step: Callable[_P, _T]) -> Callable[_P, _T]:
        """The same step, its time taken under this name."""
        histogram = self._steps.labels(work)

        def measured(*args: _P.args, **kwargs: _P.kwargs) -> _T:
            with histogram.time():
                return step(*args, **kwargs)

        return measured

    def read(self, reading: Reading) -> None:
        """Count how a message was read."""
        self._readings.labels(reading.kind.value, reading.outcome.value).inc()

    def ticked(self) -> None:
        """Note that the clock ticked."""
        self._last_tick.set_to_current_time()

    def text(self) -> str:
        """Everything, as Prometheus reads it."""
        return generate_latest(self._registry).decode("utf-8")

    def _times(self, name: str, meaning: str, *labels: str) -> Histogram:
        return Histogram(name, meaning, labels, registry=self._registry, buckets=_SECONDS)


class _OfTheRecord(Collector):
    """Counted in the database at the moment of asking, so that every replica tells the same."""

    def __init__(self, figures: Callable[[], Figures]) -> None:
        self._figures = figures

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """Nothing: the database need not be asked when the registry is made."""
        return ()

    def collect(self) -> Iterable[GaugeMetricFamily]:
        figures = self._figures()
        yield _by(
            "leadline_deliveries", "Messages owed, by kind and state.", ("kind", "state"), figures.deliveries
        )
        yield _by("leadline_inbox_events", "Events of the platform, by state.", ("state",), figures.events)
        yield GaugeMetricFamily(
            "leadline_inbox_oldest_seconds",
            "How long the oldest unhandled event has waited.",
            value=figures.oldest_event_seconds,
        )
        yield _by("leadline_prompts", "Asks and reminders made, by kind.", ("kind",), figures.prompts)
        yield _by(
            "leadline_updates", "Progress updates read, by what became of them.", ("state",), figures.updates
        )


def _by(
    name: str, meaning: str, labels: tuple[str, ...], counts: dict[tuple[str, ...], int]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, meaning, labels=labels)
    for values, count in sorted(counts.items()):
        family.add_metric(values, count)
    return family
