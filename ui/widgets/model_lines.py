"""The list of models: name, facts and whether it fits, a line each, under headings."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import pixmap
from ui.state.model_list import ModelLine
from ui.state.tongue import tr
from ui.theme import font, theme
from ui.widgets.basics import color_of

_LINE, _HEADING = 52, 30
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[ModelLine, ...] = ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.title}, {line.detail}, {line.fit.words}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.title}\n{line.detail}\n{line.fit.words}"
        return None

    def show(self, lines: tuple[ModelLine, ...]) -> None:
        """Lines that only changed stay where they are."""
        if [each.key for each in lines] != [each.key for each in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
        elif lines != self.lines:
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        line = index.data(Qt.ItemDataRole.UserRole)
        return QSize(300, _LINE + (_HEADING if line.heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ModelLine = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colors = theme().colors
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            painter.setFont(font(12, 600))
            painter.setPen(QColor(colors.mut))
            painter.drawText(
                area.adjusted(12, 0, -12, 0).intersected(QRect(area.left(), area.top(), area.width(), _HEADING)),
                int(Qt.AlignmentFlag.AlignVCenter),
                line.heading,
            )
            area = area.adjusted(0, _HEADING, 0, 0)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(colors.accent), 2) if selected else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.tint if selected else colors.sunk))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 7, 7)
        _paint_line(painter, area.adjusted(12, 7, -12, -7), line)
        painter.restore()


def _paint_line(painter: QPainter, area: QRect, line: ModelLine) -> None:
    colors = theme().colors
    ink = QColor(color_of(line.fit.tone))
    top = QRect(area.left(), area.top(), area.width(), 19)
    below = QRect(area.left(), area.bottom() - 17, area.width(), 18)
    painter.setFont(font(12, 500))
    room = area.width() // 2
    fit = QFontMetrics(font(12, 500)).elidedText(line.fit.words, Qt.TextElideMode.ElideRight, room)
    width = QFontMetrics(font(12, 500)).horizontalAdvance(fit)
    painter.setPen(ink)
    painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), fit)
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    at = top.left() + width + 6 if mirrored else top.right() - width - 20
    painter.drawPixmap(at, top.top() + 3, pixmap(line.fit.icon, ink.name(), 14))
    painter.setFont(font(14, 600))
    painter.setPen(QColor(colors.text))
    title = tr("{name}  (chosen)", name=line.title) if line.chosen else line.title
    shown = QFontMetrics(font(14, 600)).elidedText(title, Qt.TextElideMode.ElideMiddle, top.width() - width - 32)
    painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), shown)
    painter.setFont(font(12))
    painter.setPen(QColor(colors.mut))
    detail = QFontMetrics(font(12)).elidedText(line.detail, Qt.TextElideMode.ElideRight, below.width())
    painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), detail)


class ModelLines(QListView):
    """`selected` follows the mouse and the keyboard; `taken` is Enter or a double click."""

    selected = Signal(str)
    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines = _Lines()
        self._restoring = False
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(tr("Models"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { background: transparent; outline: none; }")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.activated.connect(lambda index: self.taken.emit(index.data(Qt.ItemDataRole.UserRole).key))
        self.selectionModel().currentChanged.connect(self._tell)
        theme().changed.connect(self.viewport().update)

    def show_lines(self, lines: tuple[ModelLine, ...], selected: str) -> None:
        """Show these with that one selected."""
        self._restoring = True
        self._lines.show(lines)
        place = next((number for number, each in enumerate(lines) if each.key == selected), -1)
        index = self._lines.index(place) if place >= 0 else QModelIndex()
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        self._restoring = False

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and not self._restoring:
            self.selected.emit(index.data(Qt.ItemDataRole.UserRole).key)
