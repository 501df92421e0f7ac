"""A long text in Markdown, in the colours of the window: its chapters are gone to, its words found."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QPixmap,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from ui.assets import asset
from ui.state.guide import PAGE, Guide
from ui.theme import font, theme

_PICTURE_WIDTH = 680
_LINE_PERCENT = 140.0
_TABLE_ROW = re.compile(r"^\|(.*)\|$", re.MULTILINE)
_SIZES = {2: 20, 3: 16}


class GuideView(QTextBrowser):
    """Shows all chapters one after the other."""

    chapter_reached = Signal(str)
    place_asked = Signal(str)

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._chapter = ""
        self._tops: dict[str, QTextBlock] = {}
        self._found: list[QTextCursor] = []
        self._words, self._read_from = "", 0
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(guide.title)
        self._reads = QLocale(guide.language or "en").textDirection()
        self.setLayoutDirection(self._reads)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme().changed.connect(self._render)
        self._render()

    def loadResource(self, kind: int, name: QUrl) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(str(asset("pictures", name.fileName())))
        if picture.isNull():
            return picture
        smooth = Qt.TransformationMode.SmoothTransformation
        picture = picture.scaledToWidth(round(_PICTURE_WIDTH * ratio), smooth)
        picture.setDevicePixelRatio(ratio)
        return picture

    # chapters

    def go(self, chapter: str) -> None:
        """Put its heading at the top."""
        if chapter in self._tops:
            self.setTextCursor(QTextCursor(self._tops[chapter]))
            self.verticalScrollBar().setValue(self._top(self._tops[chapter]))
            self._reach(chapter)

    def _reach(self, chapter: str) -> None:
        self._chapter = chapter
        self.chapter_reached.emit(chapter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere then: the chapter stays where it was."""
        chapter = self._chapter
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.go(chapter)

    def _top(self, block: QTextBlock) -> int:
        return int(self.document().documentLayout().blockBoundingRect(block).top())

    def _scrolled(self, value: int) -> None:
        above = [chapter for chapter, block in self._tops.items() if self._top(block) <= value + 40]
        if above:
            self._reach(above[-1])

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == PAGE.rstrip(":"):
            self.place_asked.emit(link.path())
        elif link.hasFragment() and not link.scheme():
            self.go(link.fragment())
        else:
            QDesktopServices.openUrl(link)

    # finding

    def look_for(self, words: str) -> int:
        """Mark every place where these words stand; returns their number."""
        self._read_from = self.textCursor().selectionStart()
        self._found, self._words = [], words
        at = QTextCursor(self.document())
        while words and not (at := self.document().find(words, at)).isNull():
            self._found.append(QTextCursor(at))
        ground = QTextCharFormat()
        ground.setBackground(QColor(theme().colors.learn))
        marks: list[QTextEdit.ExtraSelection] = []
        for found in self._found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = found, ground
            marks.append(mark)
        self.setExtraSelections(marks)
        return len(self._found)

    @property
    def first_found(self) -> int:
        """The first of these places from where one reads, else the first of all."""
        after = (number for number, found in enumerate(self._found) if found.selectionStart() >= self._read_from)
        return next(after, 0)

    def show_found(self, number: int) -> None:
        """Go to one of these places, counted from 0."""
        self.setTextCursor(self._found[number])
        self.ensureCursorVisible()

    # colours and sizes, which Markdown does not tell

    def _render(self) -> None:
        where = self.verticalScrollBar().value()
        document = self.document()
        document.setDefaultFont(font(14))
        document.setDocumentMargin(8)
        from_the_left = self._reads == Qt.LayoutDirection.LeftToRight
        markdown = self._guide.markdown if from_the_left else _from_the_right(self._guide.markdown)
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        titles = {title: chapter for chapter, title in self._guide.chapters.items()}
        self._tops = {}
        block = document.begin()
        while block.isValid():
            self._dress(block)
            if block.blockFormat().headingLevel() == 2 and block.text() in titles:
                self._tops[titles[block.text()]] = block
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        self.verticalScrollBar().setValue(where)
        self.look_for(self._words)

    def _dress(self, block: QTextBlock) -> None:
        """One paragraph: room, a heading's size, the ground of a command, the colour of a link."""
        colors, cursor = theme().colors, QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        shape, letters = QTextBlockFormat(), QTextCharFormat()
        shape.setLayoutDirection(self._reads)
        level = block.blockFormat().headingLevel()
        is_code = _is_code(block)
        if not is_code:
            shape.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level:
            shape.setTopMargin(28)
            shape.setBottomMargin(10)
            letters.setFont(font(_SIZES.get(level, 16), 600))
        elif is_code:
            shape.setBackground(QColor(colors.sunk))
            shape.setNonBreakableLines(False)
            shape.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            shape.setBottomMargin(0 if _is_code(block.next()) else 14)
        elif cursor.currentTable() is None and block.textList() is None:
            shape.setTopMargin(4)
            shape.setBottomMargin(10)
        cursor.mergeBlockFormat(shape)
        if level:
            cursor.mergeCharFormat(letters)
        for piece in list(_fragments(block)):
            _dress_piece(piece, is_code=is_code)


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _fragments(block: QTextBlock) -> list[QTextCursor]:
    found: list[QTextCursor] = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        cursor = QTextCursor(block)
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor)
        pieces += 1
    return found


def _dress_piece(piece: QTextCursor, *, is_code: bool) -> None:
    told, more = piece.charFormat(), QTextCharFormat()
    if told.isAnchor():
        more.setForeground(QColor(theme().colors.accent))
    elif told.fontFixedPitch() or is_code:
        more.setFontFamilies(["monospace"])
        more.setProperty(QTextFormat.Property.FontPixelSize, 13)
        if not is_code:
            more.setBackground(QColor(theme().colors.sunk))
    piece.mergeCharFormat(more)


def _from_the_right(markdown: str) -> str:
    """With the columns of its tables the other way round: Qt has the first one at the left in every language."""
    return _TABLE_ROW.sub(lambda row: f"|{'|'.join(reversed(row[1].split('|')))}|", markdown)


def _dress_table(table: QTextTable) -> None:
    heading = [table.cellAt(0, column).firstCursorPosition().block().text() for column in range(table.columns())]
    if not any(heading):
        table.removeRows(0, 1)  # Markdown has no table without one
    shape = table.format()
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QColor(theme().colors.line))
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setCellPadding(7)
    shape.setCellSpacing(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(12)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
