import re

from django import forms

NOT_ONE_NUMBER = "Enter one number from 1 to 99."
NUMBER = r"\A-?[0-9]{1,15}(\.[0-9]{1,15})?\Z"


class PurchaseForm(forms.Form):
    # An IntegerField would also take "１２" and "5.0".
    quantity = forms.RegexField(
        NUMBER, strip=True, error_messages={"required": NOT_ONE_NUMBER, "invalid": NOT_ONE_NUMBER}
    )

    def clean_quantity(self):
        sent = self.cleaned_data["quantity"]
        number = float(sent)
        if len(self.data.getlist("quantity")) > 1:
            raise forms.ValidationError(NOT_ONE_NUMBER)
        if not number.is_integer():
            raise forms.ValidationError("We count whole things. Enter a whole number.")
        if number < 1:
            raise forms.ValidationError("Enter at least 1.")
        if number > 99:
            raise forms.ValidationError("We pack at most 99 at a time.")
        if not re.fullmatch("[0-9]{1,2}", sent):  # 5.0, or 005
            raise forms.ValidationError(NOT_ONE_NUMBER)
        return int(sent)

    def shown_quantity(self):
        """What goes back into the field: the number that was sent, wrong as it is, or nothing."""
        sent = [value.strip() for value in self.data.getlist("quantity")]
        return sent[0] if len(sent) == 1 and re.search(NUMBER, sent[0]) else ""
