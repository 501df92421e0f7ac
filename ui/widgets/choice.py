"""A field to choose from: icon, value, a muted detail at the right and a chevron; typed in where it is editable."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import pixmap
from ui.theme import font, theme

_DETAIL = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    value: object
    text: str
    detail: str = ""


class _OptionDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width() + 40, 32)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colors = theme().colors
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.tint))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 5, 5)
        _write(painter, area.adjusted(10, 0, -10, 0), str(index.data()), str(index.data(_DETAIL) or ""), 400)
        painter.restore()


def _write(painter: QPainter, area: QRect, text: str, detail: str, weight: int) -> None:
    colors = theme().colors
    room = area.width()
    if detail:
        painter.setFont(font(12))
        width = QFontMetrics(font(12)).horizontalAdvance(detail)
        if width + 12 + QFontMetrics(font(13, weight)).horizontalAdvance(text) <= room:
            painter.setPen(QColor(colors.mut))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), detail)
            room -= width + 12
    painter.setFont(font(13, weight))
    painter.setPen(QColor(colors.text))
    shown = QFontMetrics(font(13, weight)).elidedText(text, Qt.TextElideMode.ElideMiddle, room)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)


class Choice(QComboBox):
    """Options or, where editable, whatever is typed. `picked` carries the value of an option."""

    picked = Signal(object)
    typed = Signal(str)

    def __init__(self, name: str, icon_name: str = "", *, weight: int = 400, editable: bool = False) -> None:
        super().__init__()
        self._icon, self._weight = icon_name, weight
        self._value, self._detail = "", ""
        self._bad = False
        self._options: tuple[Option, ...] = ()
        self.setAccessibleName(name)
        self.setFixedHeight(34)
        self.setMinimumWidth(90)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(14)
        self.setItemDelegate(_OptionDelegate(self))
        self.setFont(font(13, weight))
        self.activated.connect(self._activated)
        if editable:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            edit = self.lineEdit()
            assert edit is not None
            edit.setProperty("bare", "true")
            edit.setFont(font(13, weight))
            beside = 33 if icon_name else 9
            edit.setTextMargins(*((0, 0, beside, 0) if self._mirrored else (beside, 0, 0, 0)))
            if self._mirrored:  # also what is written in Latin letters
                edit.setAlignment(Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignRight)
            edit.setAccessibleName(name)
            edit.textEdited.connect(self.typed)
            self.setCompleter(None)  # type: ignore[arg-type]
        theme().changed.connect(self.update)

    @property
    def _mirrored(self) -> bool:
        """Whether one reads from the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def set_options(self, options: tuple[Option, ...]) -> None:
        """What can be chosen."""
        if options == self._options:
            return
        self._options = options
        typed = self.currentText() if self.isEditable() else ""
        self.blockSignals(True)
        self.clear()
        for option in options:
            self.addItem(option.text, option.value)
            self.setItemData(self.count() - 1, option.detail, _DETAIL)
        widest = max((QFontMetrics(font(13)).horizontalAdvance(o.text + o.detail) for o in options), default=0)
        self.view().setMinimumWidth(widest + 56)
        if self.isEditable():
            self.setEditText(typed)
        self.blockSignals(False)

    def show_value(self, text: str, detail: str = "", *, bad: bool = False) -> None:
        """What stands in the field."""
        self._bad = bad
        if self.isEditable():
            if self.currentText() != text:
                self.setEditText(text)
                edit = self.lineEdit()
                if edit is not None and not edit.hasFocus():
                    edit.setCursorPosition(0)  # the beginning of a long text says more than its end
        elif text != self._value:
            index = self.findText(text)
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)
        self._value, self._detail = text, detail
        self.setAccessibleDescription(f"{text} {detail}".strip())
        self.setToolTip(f"{text} {detail}".strip())
        self.update()

    def _activated(self, index: int) -> None:
        self.picked.emit(self.itemData(index))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a page must not change a choice

    def sizeHint(self) -> QSize:
        return QSize(140, 34)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edit = self.lineEdit()
        focus = self.hasFocus() or (edit is not None and edit.hasFocus())
        border = colors.bad if self._bad else colors.accent if focus else colors.field
        width = 2 if focus else 1
        painter.setPen(QPen(QColor(border), width))
        painter.setBrush(QColor(colors.sunk if self.underMouse() and not self.isEditable() else colors.card))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 7, 7)
        beside = 35 if self._icon else 11
        first, last = (self.width() - 27, 10) if self._mirrored else (11, self.width() - 26)
        painter.drawPixmap(last, 9, pixmap("chevron-down", colors.mut, 16))
        if self._icon:
            painter.drawPixmap(first, 9, pixmap(self._icon, colors.mut, 16))
        if not self.isEditable():
            left, right = (34, beside) if self._mirrored else (beside, 34)
            _write(painter, self.rect().adjusted(left, 0, -right, 0), self._value, self._detail, self._weight)
