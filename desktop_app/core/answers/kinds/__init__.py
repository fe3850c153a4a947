"""The kinds of answers, by the name that packs give them: one file each."""

from collections.abc import Mapping

from desktop_app.core.answers.kinds import (
    address_line,
    amount,
    caf_number,
    choice,
    choices,
    country,
    date,
    email,
    iban,
    integer,
    long_text,
    month,
    name,
    nif,
    nir,
    phone,
    postal_code,
    siret,
    text,
    yes_no,
)
from desktop_app.core.answers.kinds.base import Kind

KINDS: Mapping[str, Kind] = {
    "address_line": address_line.KIND,
    "amount": amount.KIND,
    "caf_number": caf_number.KIND,
    "choice": choice.KIND,
    "choices": choices.KIND,
    "country": country.KIND,
    "date": date.KIND,
    "email": email.KIND,
    "iban": iban.KIND,
    "integer": integer.KIND,
    "long_text": long_text.KIND,
    "month": month.KIND,
    "name": name.KIND,
    "nif": nif.KIND,
    "nir": nir.KIND,
    "phone": phone.KIND,
    "postal_code": postal_code.KIND,
    "siret": siret.KIND,
    "text": text.KIND,
    "yes_no": yes_no.KIND,
}
