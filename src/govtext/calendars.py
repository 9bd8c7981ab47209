"""EDTF values, periods, plans, festivals, lunar days."""
