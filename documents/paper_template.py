"""A board paper in the board's own Word template; a fault of the template is one plain sentence."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import BadZipFile, ZipFile

from docx.image.image import Image
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Cm, Emu, Length
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from bot.errors import PaperUnmade, PlanUnreadable
from bot.papers.pictures import Picture
from bot.phrases import papers as say
from documents.formulas import printable
from documents.package import guard
from documents.template_faults import Named, has_names, unknown_name, unreadable_tag

_PICTURE = Cm(16)
_HEADING = Cm(2.5)
"""What a heading above a picture may take of its page."""


def fill_template(template: bytes, names: Mapping[str, object]) -> bytes:
    """The filled document's bytes. Raises `PaperUnmade`, saying what is wrong with the template."""
    try:
        with ZipFile(io.BytesIO(template)) as package:
            guard(package, "word/document.xml")
        if not has_names(template):
            raise PaperUnmade(say.NO_NAMES)
        document = DocxTemplate(io.BytesIO(template))
        environment = SandboxedEnvironment(undefined=Named, autoescape=True)
        document.render(_printable(names, document), environment, autoescape=True)
        file = io.BytesIO()
        document.save(file)
    except (BadZipFile, PackageNotFoundError, KeyError) as fault:
        raise PaperUnmade(say.NOT_WORD) from fault
    except PlanUnreadable as fault:
        raise PaperUnmade(say.unopened(fault.why)) from fault
    except UndefinedError as fault:
        raise PaperUnmade(unknown_name(fault.message)) from fault
    except TemplateSyntaxError as fault:
        raise PaperUnmade(unreadable_tag(template, fault)) from fault
    except (TemplateError, SyntaxError, TypeError, ValueError) as fault:
        raise PaperUnmade(say.not_filled(str(fault))) from fault
    return file.getvalue()


class _Described(InlineImage):  # type: ignore[misc]  # docxtpl has no types
    """A picture in a template, with its text for a reader who hears it."""

    def __init__(self, document: DocxTemplate, picture: Picture) -> None:
        from documents.pictures import drawn

        content = drawn(picture)
        super().__init__(document, io.BytesIO(content), width=_fitting(document, content))
        self._alt = quoteattr(printable(picture.alt))

    def _insert_image(self) -> str:
        """What docxtpl writes, with the text beside the picture's name."""
        return str(super()._insert_image()).replace("<wp:docPr ", f"<wp:docPr descr={self._alt} ", 1)


def _fitting(document: DocxTemplate, content: bytes) -> Length:
    """How wide a picture can be so that it fits each page of the template whole, a landscape one as well."""
    image = Image.from_blob(content)
    width = int(_PICTURE)
    for page in document.get_docx().sections:
        high = int(page.page_height - page.top_margin - page.bottom_margin - _HEADING)
        wide = int(page.page_width - page.left_margin - page.right_margin)
        width = min(width, wide, high * image.px_width // image.px_height)
    return Emu(width)


def _printable(value: Any, document: DocxTemplate) -> Any:
    """Every text without the signs that no Word document can hold, every picture drawn."""
    if isinstance(value, Picture):
        return _Described(document, value)
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {name: _printable(held, document) for name, held in value.items()}
    if isinstance(value, list):
        return [_printable(held, document) for held in value]
    return value
