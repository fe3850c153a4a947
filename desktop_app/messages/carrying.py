"""Words of what a USB stick refuses when papers are carried away on it."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "stick-full": N_(
        "Cette clé est trop pleine : il manque {more_kb} ko. Rien n’y a été mis. "
        "Prenez une autre clé. Vos papiers sont toujours ici."
    ),
    "stick-protected": N_(
        "Cette clé est protégée : on ne peut rien y mettre. Si elle a un petit verrou sur le côté, "
        "poussez-le. Sinon, prenez une autre clé. Vos papiers sont toujours ici."
    ),
    "stick-gone": N_(
        "La clé n’est plus là : vos papiers n’y sont pas. Remettez-la, puis choisissez-la de "
        "nouveau. Ils sont toujours ici."
    ),
    "stick-differs": N_(
        "Relue, la copie n’est pas la même : elle a été ôtée de la clé, qui est sans doute abîmée. "
        "Prenez une autre clé. Vos papiers sont toujours ici."
    ),
    "stick-refuses": N_(
        "Cette clé refuse vos papiers, sans dire pourquoi. Prenez une autre clé. "
        "Vos papiers sont toujours ici."
    ),
}
