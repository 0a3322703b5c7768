"""A board paper in the board's own Word template; a fault of the template is one plain sentence."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from bot.errors import PaperUnmade, PlanUnreadable
from bot.phrases import papers as say
from documents.formulas import printable
from documents.package import guard


def fill_template(template: bytes, names: Mapping[str, object]) -> bytes:
    """The filled document's bytes. Raises `PaperUnmade`, saying what is wrong with the template."""
    try:
        with ZipFile(io.BytesIO(template)) as package:
            guard(package, "word/document.xml")
        document = DocxTemplate(io.BytesIO(template))
        environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        document.render(_printable(names), environment, autoescape=True)
        file = io.BytesIO()
        document.save(file)
    except (BadZipFile, PackageNotFoundError, KeyError) as fault:
        raise PaperUnmade(say.NOT_WORD) from fault
    except PlanUnreadable as fault:
        raise PaperUnmade(say.unopened(fault.why)) from fault
    except UndefinedError as fault:
        raise PaperUnmade(say.no_such_name(fault.message)) from fault
    except TemplateSyntaxError as fault:
        raise PaperUnmade(say.bad_tag(fault.message)) from fault
    except (TemplateError, SyntaxError, TypeError, ValueError) as fault:
        raise PaperUnmade(say.not_filled(str(fault))) from fault
    return file.getvalue()


def _printable(value: Any) -> Any:
    """Every text without the signs that no Word document can hold."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {name: _printable(held) for name, held in value.items()}
    if isinstance(value, list):
        return [_printable(held) for held in value]
    return value
