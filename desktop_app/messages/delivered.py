"""Words for what comes on a stick: why it is refused, and what remains as it was."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "not-signed": N_(
        "Il manque la signature qui prouve de qui vient ce fichier. Copiez-la aussi, du même "
        "endroit. Rien n’a été changé."
    ),
    "signature-unreadable": N_(
        "La signature de ce fichier est abîmée ou incomplète. Copiez-la de nouveau. "
        "Rien n’a été changé."
    ),
    "signature-legacy": N_(
        "Ce fichier est signé à l’ancienne façon, qui n’est pas acceptée. Demandez-en un autre à "
        "qui l’a fait. Rien n’a été changé."
    ),
    "signature-of-another": N_(
        "Ce fichier est signé par quelqu’un que ce programme ne connaît pas. "
        "Ne l’utilisez pas. Rien n’a été changé."
    ),
    "signature-wrong": N_(
        "Ce fichier n’est pas celui qui a été signé : il est abîmé, ou quelqu’un l’a modifié. "
        "Copiez-le de nouveau. Rien n’a été changé."
    ),
    "signature-comment-wrong": N_(
        "Le nom ou la version écrits dans la signature ont été modifiés. N’utilisez pas ce "
        "fichier. Rien n’a été changé."
    ),
    "key-unreadable": N_(
        "Ce fichier n’est pas une clé de signature, ou il est abîmé. Donnez celui que minisign a "
        "écrit."
    ),
    "key-locked": N_("Le mot de passe de cette clé de signature n’est pas le bon."),
}
