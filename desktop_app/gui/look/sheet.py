"""The style sheet made of the tokens. No font size in it: that would block the zoom."""

from desktop_app.gui.look import tokens


def sizes_only(zoom: float) -> str:
    """Return what the system's own look lacks: whatever can be pressed is as large as a finger."""
    target = f"{round(tokens.TARGET * zoom)}px"
    return f"""
QPushButton, QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox {{
  min-height: {target}; min-width: {target}; }}
"""


def style_sheet(c: tokens.Colours, zoom: float) -> str:
    """Return the program's style sheet for a theme at a zoom (1.0 = 100 %)."""

    def px(value: float) -> str:
        return f"{round(value * zoom)}px"

    def bar(value: float) -> str:
        return f"{round(value * min(zoom, tokens.BAR_ZOOM))}px"

    edge, corner, target = px(tokens.EDGE), px(tokens.CORNER), px(tokens.TARGET)
    pad = px(tokens.SPACE)
    inner = px(tokens.TARGET - 2 * tokens.EDGE)
    # Without arrows, a number box with a border leaves one pixel to its text: Qt's fault, mended by
    # arrows of no width measured from the margin.
    return f"""
QWidget {{ color: {c.ink}; }}
QMainWindow, QDialog, QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: {c.page}; }}
QScrollArea {{ border: none; }}
QScrollArea[role="beside"], QScrollArea[role="beside"] > QWidget > QWidget#beside {{
  background: {c.side}; }}
* {{ outline: none; }}
QGroupBox {{ border: none; margin: 0; padding: 0; }}
QFrame[role="rule"] {{ background: {c.edge}; }}
QLabel[role="hint"] {{ color: {c.soft_ink}; }}
QLabel[role="date"] {{ color: {c.accent}; }}
QLabel[role="error"] {{ color: {c.error}; }}
QLabel[role="done"] {{ color: {c.done}; }}
QFrame[role="card"] {{ background: {c.surface}; border: {edge} solid {c.edge};
  border-radius: {corner}; }}
QFrame[role="asks"] {{ background: {c.surface}; border: {px(3)} solid {c.edge};
    border-radius: {px(4)}; }}
QFrame[role="errors"] {{ background: {c.surface}; border: {px(3)} solid {c.error};
  border-radius: {corner}; }}
QFrame[role="side"] {{ background: {c.side}; border: none; border-left: {edge} solid {c.line}; }}
QFrame[role="side"][mirrored="true"] {{ border-left: none; border-right: {edge} solid {c.line}; }}
QFrame[role="strip"] {{ background: {c.side}; border: none; border-top: {edge} solid {c.line}; }}
QFrame[role="bar"] {{ background: {c.surface}; border-bottom: {bar(tokens.EDGE)} solid {c.edge}; }}
QPushButton {{ background: {c.surface}; color: {c.ink}; border: {edge} solid {c.edge};
  border-radius: {corner}; padding: 0 {px(16)}; min-height: {inner}; min-width: {inner}; }}
QPushButton:pressed {{ background: {c.page}; }}
QPushButton:disabled {{ color: {c.soft_ink}; border-style: dashed; }}
QPushButton[role="primary"] {{ background: {c.primary}; color: {c.on_primary};
  border-color: {c.primary}; }}
QPushButton[role="plain"] {{ background: transparent; color: {c.primary}; border: none; padding: 0;
  min-height: {target}; text-decoration: underline; }}
QPushButton[role="plain"]:disabled {{ color: {c.soft_ink}; }}
QPushButton[role="bar"] {{ background: transparent; color: {c.primary}; border: none;
  padding: 0 {bar(8)}; min-height: {bar(tokens.TARGET)}; min-width: {bar(tokens.TARGET - 16)}; }}
QPushButton[role="bar"][folds="true"] {{ border: {bar(tokens.EDGE)} solid {c.edge};
  border-radius: {bar(tokens.CORNER)}; min-height: {bar(tokens.TARGET - 2 * tokens.EDGE)}; }}
QPushButton[role="bar"]:pressed {{ background: {c.page}; }}
QLabel[role="matters"] {{ color: {c.accent}; }}
QPushButton[role="choice"] {{ text-align: left; padding: {pad} {px(16)}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {{
  background: {c.surface}; color: {c.ink}; border: {edge} solid {c.edge}; border-radius: {corner};
  padding: 0 {pad}; min-height: {inner};
  placeholder-text-color: {c.soft_ink};
  selection-background-color: {c.selection}; selection-color: {c.on_selection}; }}
QLineEdit[known="true"] {{ background: {c.tint}; border-color: {c.primary}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: {px(3)} solid {c.error}; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0; min-height: 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: margin;
  width: 0px; }}
QPlainTextEdit {{ padding: {pad}; }}
QComboBox::drop-down {{ width: {target}; border: none; }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.ink};
  selection-background-color: {c.selection}; selection-color: {c.on_selection}; }}
QRadioButton, QCheckBox {{ min-height: {target}; }}
QListWidget {{ background: {c.surface}; border: {edge} solid {c.edge}; border-radius: {corner}; }}
QListWidget::item {{ min-height: {target}; padding: 0 {pad}; }}
QListWidget::item:selected {{ background: {c.selection}; color: {c.on_selection}; }}
QProgressBar {{ border: {edge} solid {c.edge}; border-radius: {corner}; background: {c.surface};
  color: {c.ink}; text-align: center; min-height: {px(24)}; }}
QProgressBar::chunk {{ background: {c.edge}; }}
QToolTip {{ background: {c.surface}; color: {c.ink}; border: {edge} solid {c.edge}; }}
QScrollBar:vertical {{ width: {px(16)}; background: {c.page}; }}
QScrollBar::handle:vertical {{ background: {c.edge}; min-height: {target};
  border-radius: {px(6)}; margin: {px(2)}; }}
QScrollBar:horizontal {{ height: {px(16)}; background: {c.page}; }}
QScrollBar::handle:horizontal {{ background: {c.edge}; min-width: {target};
  border-radius: {px(6)}; margin: {px(2)}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
"""
