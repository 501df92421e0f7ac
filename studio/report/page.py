"""The morning report as one HTML file: no network, no script, light and dark by the reader's system."""

from __future__ import annotations

from html import escape

from studio.events import AnswersScored
from studio.report.facts import Report, when
from studio.report.incidents import Incident
from studio.report.picture import loss_picture
from studio.runs.warned import for_people

_STYLE = """
:root { color-scheme: light dark; --bg:#F4F5F8; --card:#FFFFFF; --line:#E0E4EB; --text:#181B21; --mut:#535B69;
  --grid:#E8EBF0; --train:#A84E00; --held:#00755A; --ok:#00694F; --warn:#855200; --bad:#AE2418; }
@media (prefers-color-scheme: dark) { :root { --bg:#14161B; --card:#1C1F26; --line:#2D323C; --text:#E9EBEF;
  --mut:#A3ABB8; --grid:#272B34; --train:#F0A92E; --held:#3CC79A; --ok:#55CFA2; --warn:#F2B84B; --bad:#FF9A8D; } }
body { margin:0; padding:32px 16px; background:var(--bg); color:var(--text);
  font:15px/1.5 Inter, system-ui, sans-serif; }
main { max-width:900px; margin:auto; } h1 { font-size:24px; font-weight:600; margin:0 0 4px; }
h2 { font-size:14px; font-weight:600; color:var(--mut); margin:0 0 12px; } p { margin:0 0 8px; }
section { background:var(--card); border:1px solid var(--line); border-radius:8px; padding:18px 20px;
  margin:16px 0; overflow-wrap:anywhere; }
.mut { color:var(--mut); } .ok { color:var(--ok); } .warn { color:var(--warn); } .bad { color:var(--bad); }
table { border-collapse:collapse; width:100%; } td, th { text-align:left; vertical-align:top; padding:8px 12px 8px 0;
  border-top:1px solid var(--line); } th { font-weight:600; font-size:13px; color:var(--mut); border-top:0; }
td.number { text-align:right; white-space:nowrap; } pre { white-space:pre-wrap; margin:0; font:inherit; }
svg { width:100%; height:auto; } svg text { font-size:12px; fill:var(--mut); } .grid { stroke:var(--grid); }
.train, .held { fill:none; stroke-width:1.6; } .train { stroke:var(--train); }
.held { stroke:var(--held); stroke-dasharray:5 4; } .check { fill:var(--held); }
dl { display:grid; grid-template-columns:max-content 1fr; gap:6px 20px; margin:0; } dt { color:var(--mut); }
dd { margin:0; }
"""
_TONES = {"finished": "ok", "failed": "bad", "stopped": "mut", "interrupted": "warn"}


def report_page(report: Report) -> str:
    """The whole file."""
    parts = [
        _section("The loss", _picture(report)),
        _section("The night in figures", _figures(report)),
        _section(_incidents_title(report), _incidents(report.incidents)),
        _section("Answers before and after", _answers(report)),
        _section("What to do next", "".join(f"<p>{escape(step)}</p>" for step in report.next_steps)),
        _section("Methods, for a paper", f"<p>{escape(report.methods)}</p>"),
    ]
    tone = _TONES.get(report.state, "mut")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(report.run)}</title><style>{_STYLE}</style></head><body><main>"
        f'<h1>{escape(report.headline)}</h1><p class="{tone}">{escape(report.why)}</p>{"".join(parts)}'
        "</main></body></html>\n"
    )


def _section(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{content}</section>" if content else ""


def _picture(report: Report) -> str:
    drawn = loss_picture(report.losses, report.evaluations)
    if not drawn:
        return ""
    held = ", dashed with dots: on rows it never saw" if report.evaluations else ""
    return f'{drawn}<p class="mut">Solid: loss of every update{held}. Nats per target token, by update.</p>'


def figures(report: Report) -> list[tuple[str, str]]:
    """What is known, as pairs of a name and a value for people."""
    began, ended = when(report.began_at), when(report.ended_at)
    found = [
        ("Time", f"{for_people(report.seconds)}, {began}{f' to {ended}' if ended else ''}"),
        ("Updates", f"{report.update:,} of {report.updates:,}"),
    ]
    if report.losses:
        found.append(("Last train loss", f"{report.losses[-1]:.4f}"))
    if report.best is not None:
        first = report.evaluations[0]
        found.append(("Best held-out loss", f"{report.best.eval_loss:.4f} after update {report.best.update:,}"))
        if first.update == 0:
            found.append(("Held-out loss before learning", f"{first.eval_loss:.4f}"))
    if report.checkpoint is not None:
        found.append(("Newest checkpoint", f"update {report.checkpoint.update:,}, {report.checkpoint.folder}"))
    if report.result is not None:
        found.append(("Result", report.result))
    if report.before is not None and report.after is not None:
        found.append(
            ("Right answers on held-out rows", f"{_right(report.before)} before, {_right(report.after)} after")
        )
    if report.kilowatt_hours is not None:
        found.append(("Energy of the graphics card", f"{report.kilowatt_hours:.3f} kWh, measured"))
    if report.kept_awake is False:
        found.append(("Sleep", "the system did not agree to stay awake; it may have none of the usual ways"))
    return found


def _figures(report: Report) -> str:
    return f"<dl>{''.join(f'<dt>{escape(name)}</dt><dd>{escape(value)}</dd>' for name, value in figures(report))}</dl>"


def _right(scored: AnswersScored) -> str:
    return f"{scored.right:,} of {scored.rows:,}"


def _incidents_title(report: Report) -> str:
    if not report.incidents:
        return "Nothing unusual happened"
    count = len(report.incidents)
    cost = sum(each.cost_seconds or 0.0 for each in report.incidents)
    told = "1 thing happened" if count == 1 else f"{count} things happened"
    return f"{told}, and cost {for_people(cost)}" if cost >= 0.5 else f"{told}, and cost no time"


def _incidents(incidents: tuple[Incident, ...]) -> str:
    rows = "".join(
        f'<tr><td class="mut">{when(each.at)}</td><td>{escape(each.title)}<br>'
        f'<span class="mut">{escape(each.detail)}</span></td><td class="number">{cost_in_words(each)}</td></tr>'
        for each in incidents
    )
    return f"<table><tr><th>When</th><th>What</th><th>Cost</th></tr>{rows}</table>" if rows else ""


def cost_in_words(incident: Incident) -> str:
    """ "42 s"; "no time" where nothing could be measured."""
    seconds = incident.cost_seconds
    return for_people(seconds) if seconds is not None and seconds >= 0.5 else "no time"


def _answers(report: Report) -> str:
    if not report.probes:
        return ""
    rows = "".join(
        f"<tr><td>{escape(each.prompt)}</td><td><pre>{escape(each.before)}</pre>"
        f'<span class="mut">update {each.before_update:,}</span></td><td><pre>{escape(each.after)}</pre>'
        f'<span class="mut">update {each.after_update:,}</span></td></tr>'
        for each in report.probes
    )
    return f"<table><tr><th>Asked</th><th>Before</th><th>After</th></tr>{rows}</table>"
