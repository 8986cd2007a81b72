"""Reading XLSX back, as openpyxl does."""

import openpyxl


def sheet_of(path, name=None):
    """The cells of a sheet, row by row; of the first one where none is named."""
    book = openpyxl.load_workbook(path)
    return list(book[name or book.sheetnames[0]].iter_rows(values_only=True))
