"""The few style sheet rules of the window; everything else is painted or follows the palette."""

from __future__ import annotations

from string import Template

from ui.colors import Colors, blend

_RULES = Template("""
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[tone="mut"] { color: $mut; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QFrame[card="plain"] { background: $card; border: 1px solid $line; border-radius: 10px; }
QFrame[card="tint"] { background: $tint; border: 2px solid $accent; border-radius: 10px; }
QFrame[card="warn"] { background: $card; border: 1px solid $warn; border-radius: 8px; }
QFrame[card="bad"] { background: $card; border: 1px solid $bad; border-radius: 8px; }
QFrame[card="sunk"] { background: $sunk; border: none; border-radius: 8px; }
QFrame[card="field"] { background: $card; border: 1px solid $line; border-radius: 7px; }
QFrame[card="learn"] { background: $learn; border: none; border-radius: 7px; }
QFrame[card="ground-warn"] { background: $warn_ground; border: none; border-radius: 8px; }
QFrame[card="ground-bad"] { background: $bad_ground; border: none; border-radius: 8px; }
QFrame[card="ground-info"] { background: $info_ground; border: none; border-radius: 8px; }
QFrame[card="ground-ok"] { background: $ok_ground; border: none; border-radius: 8px; }
QFrame[rule="true"] { background: $line; border: none; min-height: 1px; max-height: 1px; }
QPushButton { border-radius: 7px; padding: 0 14px; border: 1px solid $field; background: $card; color: $text; }
QPushButton[small="true"] { padding: 0 10px; border-radius: 6px; }
QPushButton:hover { background: $sunk; }
QPushButton:pressed { background: $track; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; }
QPushButton[small="true"]:focus { padding: 0 9px; }
QPushButton:disabled { color: $mut; border-color: $line; background: $sunk; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: none; padding: 0 15px; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 0 13px; }
QPushButton[kind="primary"]:disabled { background: $track; color: $mut; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: $accent; padding: 0 5px; }
QPushButton[kind="link"]:hover { background: $tint; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0 4px; }
QPushButton[kind="link"]:disabled { color: $mut; }
QLineEdit { border: 1px solid $field; border-radius: 7px; background: $card; color: $text; padding: 0 10px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 9px; }
QPlainTextEdit { border: 1px solid $field; border-radius: 7px; background: $card; color: $text; padding: 4px 6px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 5px; }
QTextBrowser { background: transparent; border: none; color: $text;
    selection-background-color: $accent; selection-color: $on_accent; }
QPushButton[kind="segment"] { border: 1px solid transparent; background: transparent; color: $mut; padding: 0 10px; }
QPushButton[kind="segment"]:checked { background: $card; color: $text; border: 1px solid $line; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent; padding: 0 9px; }
QPushButton[kind="chapter"] { border: 1px solid transparent; background: transparent; color: $mut; padding: 0 9px;
    text-align: left; }
QPushButton[kind="chapter"]:hover { background: $track; }
QPushButton[kind="chapter"]:checked { background: $card; color: $text; border: 1px solid $line; }
QPushButton[kind="chapter"]:focus { border: 2px solid $accent; padding: 0 8px; }
QPushButton[head="true"] { color: $mut; border: none; padding: 0; text-align: left; }
QPushButton[head="true"]:focus { border: 2px solid $accent; padding: 0 3px; }
QLineEdit[bare="true"] { border: none; background: transparent; padding: 0; }
QComboBox { border: none; background: transparent; color: $text; padding: 0; }
QComboBox::drop-down { border: none; width: 30px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $card; color: $text; border: 1px solid $field; outline: none;
    selection-background-color: $tint; selection-color: $text; padding: 4px; }
QMenu { background: $card; color: $text; border: 1px solid $field; padding: 4px; }
QMenu::item { padding: 6px 20px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $tint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[scrolled="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $field; border-radius: 3px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $field; border-radius: 3px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(colors: Colors) -> str:
    """The rules, in these colours."""
    named = {name: value for name, value in vars(colors).items() if isinstance(value, str)}
    return _RULES.substitute(
        named,
        accent_hover=blend(colors.accent, colors.text, 0.12),
        accent_pressed=blend(colors.accent, colors.text, 0.24),
    )
