import re

from django import forms

ERROR = "Enter a whole number from 1 to 99."


class PurchaseForm(forms.Form):
    # An IntegerField would also take "１２" and "5.0".
    quantity = forms.RegexField(
        r"\A[0-9]{1,2}\Z", strip=True, error_messages={"required": ERROR, "invalid": ERROR}
    )

    def clean_quantity(self):
        quantity = int(self.cleaned_data["quantity"])
        if quantity < 1 or len(self.data.getlist("quantity")) > 1:
            raise forms.ValidationError(ERROR)
        return quantity

    def shown_quantity(self):
        """What goes back into the field: the number that was sent, wrong as it is, or nothing."""
        sent = [value.strip() for value in self.data.getlist("quantity")]
        return sent[0] if len(sent) == 1 and re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", sent[0]) else ""
