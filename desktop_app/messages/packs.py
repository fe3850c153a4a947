"""Words for those who write packs: what is wrong, and what to write instead."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "unknown-pack": N_(
        "Aucun modèle ne porte ce nom. Cherchez-le avec : papier-libre catalogue --search MOTS"
    ),
    "unknown-pack-near": N_(
        "Aucun modèle ne porte ce nom. Le plus proche est « {near} ». "
        "Cherchez avec : papier-libre catalogue --search MOTS"
    ),
    "unknown-pack-form": N_(
        "Ce modèle est un formulaire, pas une lettre. Utilisez : papier-libre form"
    ),
    "unknown-pack-letter": N_(
        "Ce modèle est une lettre, pas un formulaire. Utilisez : papier-libre letter"
    ),
    "unknown-pack-edition": N_(
        "Ce modèle ne connaît pas cette édition du formulaire. Utilisez l’édition {edition}."
    ),
    "pack-name-taken": N_(
        "Un autre modèle porte déjà ce nom. Choisissez un autre titre. Rien n’a été écrit."
    ),
    "pack-not-own": N_(
        "Cette lettre est fournie avec le programme : elle ne se change pas. "
        "Faites-en d’abord votre version. Rien n’a été écrit."
    ),
    "pack-schema": (
        N_("Ce modèle a une erreur à corriger. Il ne peut pas servir avant."),
        N_("Ce modèle a {n} erreurs à corriger. Il ne peut pas servir avant."),
    ),
    # the files
    "pack-folder-wanted": N_(
        "Ce n’est pas un dossier. Indiquez le dossier du modèle, qui contient letter.toml ou "
        "form.toml."
    ),
    "pack-folder-closed": N_("Ce dossier ne peut pas être lu : vous n’en avez pas le droit."),
    "pack-none-here": N_(
        "Aucun modèle ici : un modèle est un dossier qui contient letter.toml ou form.toml."
    ),
    "pack-no-definition": N_("Il manque le fichier letter.toml (ou form.toml)."),
    "pack-both-kinds": N_("Un modèle a letter.toml ou form.toml, pas les deux."),
    "pack-unknown-file": N_(
        "Ce fichier n’a pas sa place ici. Un modèle contient letter.toml ou form.toml, "
        "fields-….toml pour un formulaire, et examples/….toml."
    ),
    "pack-too-many-files": N_("Ce modèle a trop de fichiers (limite : {limit})."),
    "pack-too-big": N_("Ce fichier est trop gros (limite : {limit_kb} Ko)."),
    "pack-too-much-text": N_("Les textes de ce modèle sont trop longs (limite : {limit_kb} Ko)."),
    "pack-byte-order-mark": N_(
        "Ce fichier commence par une marque invisible. Enregistrez-le en « UTF-8 », sans BOM."
    ),
    "pack-nul": N_(
        "Ce fichier contient un caractère nul : il est abîmé, ou ce n’est pas du texte."
    ),
    "pack-invisible": N_(
        "Ce texte contient un signe invisible qui peut en changer l’ordre ou le sens. "
        "Récrivez-le à la main."
    ),
    "pack-not-utf8": N_("Ce fichier n’est pas enregistré en UTF-8. Choisissez « UTF-8 »."),
    "pack-toml": N_(
        "Cette ligne n’est pas écrite comme il faut : cherchez un guillemet, un crochet ou un "
        "signe = oublié, ou une clé écrite deux fois."
    ),
    "letterhead-lines": N_("L’en-tête a trop de lignes (limite : {limit})."),
    "letterhead-long": N_("Cette ligne de l’en-tête est trop longue (limite : {limit} signes)."),
    "letterhead-plain": N_(
        "Une ligne de l’en-tête est un texte simple : sans accolade, sur une seule ligne."
    ),
    "letterhead-logo-name": N_(
        "Le logo est un fichier du dossier du modèle. Son nom est en minuscules, sans accent ni "
        "espace, et finit par .png, .jpg ou .jpeg."
    ),
    "letterhead-logo-missing": N_(
        "Ce fichier d’image n’est pas dans le dossier du modèle, ou n’est pas un fichier ordinaire."
    ),
    "pack-too-deep": N_("Trop d’éléments les uns dans les autres (limite : {limit})."),
    "pack-newer-schema": N_(
        "Ce modèle est écrit pour une version plus récente du programme. Mettez celui-ci à jour."
    ),
    "pack-header": N_(
        "Le haut du fichier ne se lit pas : titres et mots-clés sont des textes entre guillemets, "
        "assez courts, sans signe invisible."
    ),
    "pack-other-folder": N_('Le modèle doit porter le nom de son dossier : id = "{id}".'),
    "pack-id-taken": N_("Un autre modèle porte déjà ce nom : celui-ci est laissé de côté."),
    # keys and types
    "pack-unknown-key": N_("La clé « {key} » n’existe pas ici."),
    "pack-missing-key": N_("Il manque la clé « {key} »."),
    "pack-wrong-type": N_("Il faut {expected}."),
    "pack-key-not-here": N_("Cette clé ne va pas avec une question de genre « {kind} »."),
    "pack-empty-text": N_("Ce texte est vide. Écrivez-le."),
    # texts and conditions
    "template-syntax": N_(
        "Cette écriture n’est pas comprise : vérifiez les accolades {{ }}, les {% if %} et leur "
        "{% endif %}, les guillemets."
    ),
    "template-forbidden": N_(
        "Ceci n’est pas permis dans un modèle : {what}. Sont permis : les noms des questions, les "
        "comparaisons, and, or, not, if, et les filtres de forms/README.md."
    ),
    "template-unknown-filter": N_("Le filtre « {name} » n’existe pas."),
    "template-filter-arguments": N_(
        "Le filtre « {name} » n’est pas suivi de ce qu’il attend. Voyez forms/README.md."
    ),
    "template-unknown-test": N_("Après « is », écrivez « connu » ou « inconnu »."),
    "template-too-deep": N_("Trop de conditions les unes dans les autres (limite : {limit})."),
    "template-too-long": N_("Ce texte est trop long (limite : {limit} signes)."),
    # names
    "pack-bad-id": N_(
        "« {id} » ne peut pas être un nom : lettres minuscules sans accent, chiffres et tirets."
    ),
    "pack-bad-name-id": N_(
        "« {id} » ne peut pas être un nom de question ou de pièce : lettres minuscules sans "
        "accent, chiffres et tirets bas (_), et pas un mot des conditions."
    ),
    "pack-duplicate-id": N_("Le nom « {id} » est déjà pris dans ce modèle."),
    "pack-unknown-name": N_("Aucune question ne s’appelle « {name} »."),
    "pack-later-question": N_(
        "Cette condition dépend de « {name} », qui est demandée plus loin. Changez l’ordre."
    ),
    "pack-group-needs": N_(
        "La question commune « {id} » dépend de « {name} », qui n’est pas dans ce modèle. "
        "Ajoutez le groupe qui la contient, avant celui-ci."
    ),
    "pack-unknown-group": N_("Le groupe « {name} » n’est pas dans forms/common."),
    "pack-empty-section": N_("Cette section ne demande rien. Ajoutez une question, ou retirez-la."),
    # questions
    "pack-unknown-kind": N_("Le genre de réponse « {kind} » n’existe pas."),
    "pack-long-label": N_("Cette question a {n} mots : {limit} au plus."),
    "pack-few-choices": N_("La question « {id} » doit proposer au moins deux choix."),
    "pack-bad-bound": N_('Écrivez un nombre entre guillemets, par exemple "0".'),
    "pack-bad-date-bound": N_(
        'Écrivez un jour ("2026-11-24"), "today", ou le nom d’une question de date, suivi si '
        "besoin de « - 2 ans », « + 60 jours » ou « - 6 mois »."
    ),
    "pack-asks-secret": N_(
        "Un modèle ne peut pas demander un mot de passe, une carte bancaire ou un code reçu."
    ),
    "pack-bad-remember": N_('Écrivez un domaine, un point et un nom, comme "identite.nom".'),
    "pack-unknown-area": N_("Ce domaine n’existe pas. Les domaines sont : {areas}."),
    # comparisons
    "pack-unknown-choice": N_("« {value} » n’est pas un choix de la question « {name} »."),
    "pack-choices-compare": N_(
        "« {name} » a plusieurs réponses possibles : écrivez '{value}' in {name}."
    ),
    "pack-comparison": N_("Une réponse de genre « {kind} » (« {name} ») n’est jamais cela."),
    # law
    "pack-unknown-procedure": N_("La démarche « {name} » n’est pas dans forms/law."),
    "pack-follows-idle": N_("« {name} » est écrit deux fois."),
    "pack-follows-not": N_("« {name} » n’est pas dans la clé follows de ce modèle."),
    "pack-unknown-emergency": N_("L’urgence « {name} » n’est pas dans forms/law/emergencies.toml."),
    "pack-joined-unasked": N_(
        "Le paragraphe « {id} » dit qu’un papier est joint, même si la personne ne le joint pas : "
        "écrivez-le sous {{% if piece_… == 'jointe' %}}, sinon « sera envoyé à votre demande »."
    ),
    "pack-negated-question": N_(
        "« {id} » se répond par oui ou par non, et sa question contient une négation : "
        "proposez plutôt deux phrases entières à choisir."
    ),
    "pack-always-stops": N_(
        "Toutes les réponses de « {id} » arrêtent le modèle : il ne sert à rien."
    ),
    "pack-no-arrival": N_(
        "Le groupe « {name} » ne dit pas comment une décision arrive, ou le modèle ne l’inclut pas."
    ),
    "pack-arrival-alone": N_("Avec « arrival », cette clé ne va pas : le groupe la donne."),
    "pack-unknown-event": N_("L’événement « {name} » n’est pas dans forms/law/events.toml."),
    "pack-unknown-family": N_("La famille « {family} » n’existe pas. Familles : {known}."),
    "pack-unknown-situation": N_(
        "La situation « {situation} » n’existe pas. Situations : {known}."
    ),
    "pack-not-a-date": N_("« {name} » n’est pas une question de date demandée avant."),
    "pack-no-article": N_("Une source nomme au moins un article, ou une décision."),
    "pack-says-much": N_(
        "On ne recopie pas la loi : {n} mots de l’article au plus, pour le reconnaître."
    ),
    "pack-no-keyword": N_("Il manque les mots que les gens tapent (keywords)."),
    "pack-few-keywords": N_(
        "Il y a {n} façons de chercher cette lettre (keywords) : mettez-en au moins {limit}, avec "
        "les mots des gens."
    ),
    "pack-joined-other": N_(
        "Le paragraphe « {id} » dit qu’un papier est joint, sous la condition d’un autre : il "
        "nomme plutôt « {paper} »."
    ),
    "pack-suspends-nothing": N_(
        "Cet avertissement dit que la lettre arrête la décision ; d’après sa démarche (forms/law), "
        "elle n’arrête rien."
    ),
    "pack-suspends-indeed": N_(
        "Cet avertissement dit que rien ne s’arrête ; d’après sa démarche (forms/law), cette "
        "lettre arrête la décision."
    ),
    "pack-suspends-some": N_(
        "Cet avertissement dit la même chose à tous ; d’après sa démarche (forms/law), cela dépend "
        "du cas : donnez-lui une condition (when)."
    ),
    "pack-article-unread": N_(
        "Aucune source datée de ce modèle ne contient « {article} ». Lisez-le, puis ajoutez-le aux "
        "articles d’une [[source]], avec le jour de lecture ; sinon retirez-le."
    ),
    "pack-article-unfounded": N_(
        "Le texte cite « {article} », qui n’est pas dans basis. Ajoutez-le à basis, avec sa source "
        "datée, ou retirez-le du texte."
    ),
    "pack-no-why": N_(
        "La question « {id} » ne dit pas pourquoi on la pose : ajoutez une phrase (why)."
    ),
    "pack-long-hint": N_(
        "L’aide de la question « {id} » est trop longue : écrivez deux phrases au plus, de {limit} "
        "mots au plus chacune."
    ),
    "pack-long-path": N_(
        "Le chemin le plus simple pose {n} pages de questions (limite : {limit}). Retirez des "
        "questions, ou mettez-leur une condition (when)."
    ),
    "pack-hard-to-read": N_(
        "Ce modèle se lit difficilement : {score} sur l’échelle de Kandel et Moles, au lieu de "
        "{limit} au moins. Raccourcissez les phrases, prenez des mots plus courts."
    ),
    "pack-unexplained": N_(
        "« {word} » n’est pas expliqué ici. Dites-le en mots simples au même endroit, par exemple "
        "« la commission d’accès aux documents (CADA) »."
    ),
    "pack-rough-word": N_(
        "« {word} » est trop dur pour une personne inquiète. Écrivez la phrase sans lui."
    ),
    "pack-no-lawyer": N_(
        "Une lettre sur un séjour envoie d’abord vers « {words} » : mettez-le dans le premier "
        "avertissement, sans condition (when)."
    ),
    "pack-free-address": N_(
        "L’adresse est en « Libre réponse » : écrivez free_post = true, la lettre ne demande pas "
        "de timbre."
    ),
    "pack-free-not": N_(
        "free_post dit que la lettre part sans timbre, mais l’adresse n’est pas en « Libre "
        "réponse ». Retirez free_post, ou corrigez l’adresse."
    ),
    "pack-free-registered": N_(
        "Une lettre sans timbre ne part pas en recommandé : écrivez registered = false."
    ),
    "pack-long-sentence": N_(
        "Une phrase a {n} mots (limite : {limit}) avec {example}. Coupez-la en deux."
    ),
    "pack-said-twice": N_(
        "Le mot « {word} » est écrit deux fois de suite avec {example}. Retirez-en un."
    ),
    "pack-half-said": N_(
        "Avec {example}, il manque un mot : il reste deux espaces, ou un signe seul. Ajoutez une "
        "condition autour de ce qui peut être vide."
    ),
    "pack-seen-later": N_("Ce jour de lecture n’est pas encore venu."),
    "pack-no-source": N_("Ce modèle ne dit pas d’où vient le droit. Ajoutez une [[source]]."),
    "pack-letter-without": N_(
        "Il manque « {what} » à la lettre. Incluez les groupes identite, adresse et lieu, ou "
        "écrivez-le dans la lettre."
    ),
    # whom a letter is written to
    "pack-recipient-both": N_(
        "Le destinataire est un organisme (body), ou des lignes (line, call) : pas les deux."
    ),
    "pack-no-recipient": N_(
        "Il manque à qui écrire : un organisme (body), ou une adresse (line) et un appel (call)."
    ),
    "pack-unknown-body": N_("L’organisme « {name} » n’est pas dans forms/law/bodies.toml."),
    "pack-body-needs": N_(
        "L’organisme « {id} » a besoin de la réponse « {name} », que ce modèle ne demande pas."
    ),
    "pack-body-other": N_(
        "L’organisme « {name} » ne reçoit pas cette démarche ou cette famille : voyez bodies.toml."
    ),
    "pack-call-title": N_(
        "Le titre « {title} » n’est pas à la fois dans l’adresse et dans l’appel de la lettre."
    ),
    # forms
    "pack-unknown-map": N_("Le fichier « {name} » n’est pas dans ce modèle."),
    "pack-unused-map": N_("Aucun [[blank]] n’utilise ce fichier."),
    "pack-map-edition": N_("Le fichier des cases porte une autre édition que celle-ci."),
    "pack-withdrawn-silent": N_(
        "Un formulaire remplacé dit par quoi : ajoutez successor, ou un [[warning]]."
    ),
    "pack-prepared-map": N_(
        "Un formulaire préparé, dont personne n’a le papier, a un seul fichier de cases : {name}."
    ),
    "pack-not-prepared": N_(
        "Ce fichier est celui d’un papier que personne n’a vu : form.toml doit avoir [prepared]."
    ),
    "pack-prepared-seen": N_(
        "Le papier n’a pas été vu : edition et page_sizes restent vides, sans [[blank]], "
        "ni number_at, ni successor. L’édition nommée ailleurs s’écrit dans named."
    ),
    "pack-prepared-number": N_(
        "Le numéro s’écrit en cinq chiffres (« 15481 »), et named avec l’édition (« 14952*03 »). "
        "Un papier qui n’en a pas le dit : « sans »."
    ),
    "pack-prepared-send": N_("Il manque send : comment ce formulaire s’envoie."),
    "pack-prepared-letter": N_(
        "Nommez la lettre qui tient la demande (letter), ou dites pourquoi aucune ne le peut "
        "(alone) : l’un des deux."
    ),
    "pack-prepared-unsure": N_(
        "Aucune source n’est marquée to_verify, et pourtant personne n’a vu le papier."
    ),
    "pack-prepared-short": N_(
        "Ce formulaire n’a que {n} lignes à recopier. Écrivez-en au moins {limit}."
    ),
    "pack-prepared-box": N_(
        "Une ligne d’un papier que personne n’a vu n’a ni page, ni box, ni field, ni comb."
    ),
    "pack-prepared-part": N_(
        "Il manque part : dans quelle partie du papier cette ligne se trouve."
    ),
    "pack-prepared-twice": N_("Deux lignes s’appellent « {label} » : une case, un nom."),
    "pack-prepared-lost": N_(
        "La question « {id} » est posée pour rien : aucune ligne à recopier n’a sa réponse."
    ),
    "pack-prepared-key": N_("La clé {key} est seulement pour un papier que personne n’a vu."),
    "pack-page": N_("Cette page n’existe pas : page_sizes donne une taille par page."),
    "pack-box": N_(
        "Cette case n’est pas dans la page : x, y, largeur, hauteur en points depuis le coin bas "
        "gauche."
    ),
    "pack-tick-value": N_("Une case à cocher n’a pas de texte : écrivez sa condition dans when."),
    # walking through the pack
    "pack-unreachable": N_(
        "« {id} » n’apparaîtra jamais : aucune suite de réponses ne remplit sa condition."
    ),
    "pack-not-in-examples": N_("Aucun exemple n’atteint le paragraphe « {id} ». Ajoutez-en un."),
    "pack-no-example": N_("Il manque un exemple : ajoutez examples/1-simple.toml."),
    "example-paragraphs": N_("Les paragraphes obtenus sont : {found}."),
    "example-proves-nothing": N_(
        "Cet exemple n’attend rien : dites ce qui doit sortir, dans [expected]."
    ),
    "example-fact": N_("Ces mots ne sont pas dans le document : « {words} »."),
    "example-absent": N_("Ces mots sont dans le document, et ne devraient pas : « {words} »."),
    "example-missing": N_("Ce qui reste à écrire au stylo est : {found}."),
    "example-last-day": N_("Le dernier jour calculé est : {found}."),
    "example-prudent-day": N_("Le jour prudent calculé est : {found}."),
    "example-unknown-box": N_("Aucune case ne s’appelle « {label} »."),
    "example-value": N_("La case « {label} » contient : « {found} »."),
    "example-ticks": N_("Les cases cochées sont : {found}."),
}
