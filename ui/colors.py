"""The colours of the window, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Colors:
    """Every colour of the window, as hex. Text pairs reach 4.5:1 on each ground they stand on."""

    bg: str
    card: str
    sunk: str
    line: str
    field: str
    """Borders of what can be pressed or typed in."""
    track: str
    grid: str
    text: str
    mut: str
    accent: str
    on_accent: str
    tint: str
    ok: str
    ok_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    info: str
    info_ground: str
    learn: str
    """Whatever the model learns to write."""
    learn_line: str
    curve_raw: str
    curve_smooth: str
    curve_held_out: str
    runs: tuple[str, str, str, str]
    """Runs side by side, in this order; each with a dash and a marker of its own."""
    memory: dict[str, str]
    """By the names of the fields of `MemoryParts`."""


LIGHT = Colors(
    bg="#F4F5F8",
    card="#FFFFFF",
    sunk="#F1F3F7",
    line="#E0E4EB",
    field="#8A93A4",
    track="#E3E7EE",
    grid="#E8EBF0",
    text="#181B21",
    mut="#535B69",
    accent="#3557C7",
    on_accent="#FFFFFF",
    tint="#EAEFFC",
    ok="#00694F",
    ok_ground="#E3F3EC",
    warn="#855200",
    warn_ground="#FBF0DB",
    bad="#AE2418",
    bad_ground="#FCEAE7",
    info="#3557C7",
    info_ground="#EAEFFC",
    learn="#FBE7BF",
    learn_line="#855200",
    curve_raw="#5A9CCB",
    curve_smooth="#A84E00",
    curve_held_out="#00755A",
    runs=("#0072B2", "#B25A00", "#00755A", "#97437F"),
    memory={
        "others": "#B9C0CC",
        "weights": "#0072B2",
        "adapters": "#56B4E9",
        "gradients": "#00865F",
        "optimizer": "#C0699B",
        "activations": "#E0A100",
        "logits": "#C9602A",
        "workspace": "#8B94A3",
    },
)

DARK = Colors(
    bg="#14161B",
    card="#1C1F26",
    sunk="#232730",
    line="#2D323C",
    field="#747D8E",
    track="#2F3540",
    grid="#272B34",
    text="#E9EBEF",
    mut="#A3ABB8",
    accent="#8EA8FF",
    on_accent="#10131C",
    tint="#20273F",
    ok="#55CFA2",
    ok_ground="#173229",
    warn="#F2B84B",
    warn_ground="#382B12",
    bad="#FF9A8D",
    bad_ground="#3E211E",
    info="#8EA8FF",
    info_ground="#262F4D",
    learn="#41351A",
    learn_line="#F2B84B",
    curve_raw="#4A80A6",
    curve_smooth="#F0A92E",
    curve_held_out="#3CC79A",
    runs=("#62B8EC", "#F0A92E", "#3CC79A", "#DC93BC"),
    memory={
        "others": "#525A68",
        "weights": "#3F9BD8",
        "adapters": "#8FD0F5",
        "gradients": "#2FB88A",
        "optimizer": "#D689B4",
        "activations": "#E3A72F",
        "logits": "#E0805A",
        "workspace": "#7D8697",
    },
)


def blend(one: str, other: str, share: float) -> str:
    """`one` with `share` of `other` mixed in, as hex."""
    a, b = QColor(one), QColor(other)
    parts = (round(x + (y - x) * share) for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue())))
    return QColor(*parts).name()
