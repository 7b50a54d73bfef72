import re

from django import forms

INVALID = "Enter a whole number from 1 to 99."


class PurchaseForm(forms.Form):
    # An IntegerField would also take "１２" and "1.0".
    quantity = forms.RegexField(r"\A[1-9][0-9]?\Z", error_messages={"required": INVALID, "invalid": INVALID})

    def clean_quantity(self):
        if len(self.data.getlist("quantity")) > 1:
            raise forms.ValidationError(INVALID)
        return int(self.cleaned_data["quantity"])

    def shown_quantity(self):
        """What goes back into the field: the number that was sent, wrong as it is, or nothing."""
        sent = self.data.getlist("quantity")
        return sent[0] if len(sent) == 1 and re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", sent[0]) else ""
