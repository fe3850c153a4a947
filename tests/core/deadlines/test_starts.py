"""From what happened to the day from which the delay runs."""

import datetime as dt

import pytest

from desktop_app.core.deadlines import errors, events

DAY = dt.date(2026, 11, 24)
HOUR = dt.datetime.fromisoformat("2026-11-24 10:00")


def codes(found):
    return [advice.code for advice in found.warnings]


def advice(found, code):
    return next(a for a in found.warnings if a.code == code)


class TestRegisteredLetter:
    def test_picked_up_in_time_counts_from_the_counter(self, ask):
        found = ask("recours-ta", "lrar-retiree", DAY, picked_up=dt.date(2026, 12, 3))

        assert found.count_from == dt.date(2026, 12, 3)

    @pytest.mark.parametrize(
        ("picked_up", "legal"),
        [
            pytest.param(dt.date(2026, 11, 9), dt.date(2027, 1, 11), id="S31"),
            pytest.param(dt.date(2026, 11, 17), dt.date(2027, 1, 18), id="S32, the last day kept"),
        ],
    )
    def test_the_prudent_day_is_counted_from_the_slip(self, ask, picked_up, legal):
        slip = dt.date(2026, 11, 2)
        found = ask("recours-ta", "lrar-retiree", slip, picked_up=picked_up)

        assert (found.start_prudent, found.start_legal) == (slip, picked_up)
        assert (found.prudent_day, found.last_day) == (dt.date(2026, 12, 31), legal)

    @pytest.mark.parametrize(
        ("days", "from_counter"), [(0, True), (15, True), (16, False)], ids=str
    )
    def test_the_post_office_keeps_it_fifteen_days(self, ask, days, from_counter):
        picked_up = DAY + dt.timedelta(days=days)
        found = ask("recours-ta", "lrar-retiree", DAY, picked_up=picked_up)

        assert (found.count_from == picked_up) is from_counter
        assert ("garde-depassee" in codes(found)) is not from_counter

    def test_never_picked_up_counts_from_the_first_presentation(self, ask):
        assert ask("recours-ta", "lrar-non-retiree", DAY).count_from == DAY


class TestSilence:
    @pytest.mark.parametrize(
        ("procedure", "of", "received", "born"),
        [
            ("recours-ta", "recours-gracieux", (2026, 12, 30), (2027, 2, 28)),
            ("recours-ta", "naturalisation-rapo", (2026, 10, 13), (2027, 2, 13)),
            ("caf-cra-pf", "caf-rectification", (2027, 1, 31), (2027, 2, 28)),
            ("saisine-cada", "demande-document", (2026, 11, 24), (2026, 12, 24)),
            ("dalo-contentieux-refus", "daho-recours-amiable", (2026, 11, 24), (2027, 1, 5)),
            ("regroupement-familial", "regroupement-familial", (2026, 8, 31), (2027, 2, 28)),
            ("mdph-rapo", "mdph-rapo", (2026, 11, 24), (2027, 3, 24)),
            ("tj-pole-social", "mdph-rapo", (2026, 11, 24), (2027, 1, 24)),
        ],
    )
    def test_the_birth_is_never_moved_to_a_working_day(self, ask, procedure, of, received, born):
        found = ask(procedure, "rejet-implicite", dt.date(*received), of=of)

        assert found.count_from == dt.date(*born)

    def test_overseas_the_dalo_commission_has_six_months(self, ask):
        found = ask(
            "dalo-contentieux-refus",
            "rejet-implicite",
            DAY,
            of="dalo-recours-amiable",
            territory="reunion",
        )

        assert found.count_from == dt.date(2027, 5, 24)

    def test_of_a_compulsory_appeal_itself_opens_the_court(self, ask):
        found = ask("caf-rapo-rsa", "rejet-implicite", DAY)

        assert found.procedure == "recours-ta"
        assert found.rule == "mf"

    def test_of_the_request_before_opens_this_procedure(self, ask):
        assert ask("titre-silence", "rejet-implicite", DAY).procedure == "titre-silence"

    def test_with_two_courts_possible_the_earliest_date_is_kept(self, ask):
        found = ask("cmi-rapo", "rejet-implicite", DAY)

        assert found.procedure == "tj-pole-social"
        assert found.rule == "m"
        assert advice(found, "autre-suite").values["last"] > found.last_day

    def test_shorter_silences_are_told(self, ask):
        found = ask("titre-silence", "rejet-implicite", DAY)
        others = [a.values["born"] for a in found.warnings if a.code == "autre-cas-plus-tot"]

        assert others == [DAY + dt.timedelta(days=90), DAY + dt.timedelta(days=60)]

    def test_before_its_birth_a_refusal_is_said_not_to_exist(self, ask):
        assert codes(ask("caf-rapo-rsa", "rejet-implicite", DAY))[0] == "refus-pas-ne"
        assert "refus-pas-ne" not in codes(
            ask("caf-rapo-rsa", "rejet-implicite", DAY, today=dt.date(2027, 1, 24))
        )

    def test_which_silence_must_be_said_when_several_are_possible(self, ask):
        with pytest.raises(errors.OfNeeded) as refusal:
            ask("recours-ta", "rejet-implicite", DAY)

        assert "recours-gracieux" in refusal.value.parameters["procedures"]
        assert "impot-reclamation" not in refusal.value.parameters["procedures"]

    def test_a_silence_that_leads_elsewhere_is_refused(self, ask):
        with pytest.raises(errors.OfDoesNotFit) as refusal:
            ask("recours-ta-cada", "rejet-implicite", DAY, of="caf-cra-pf")

        assert refusal.value.parameters["procedures"] == "saisine-cada"

    def test_the_silence_on_a_request_for_reasons_opens_nothing_by_itself(self, ask):
        with pytest.raises(errors.SilenceOpensNothing) as refusal:
            ask("recours-ta", "rejet-implicite", DAY, of="demande-motifs")

        assert "sans raisons" in refusal.value.parameters["meaning"]

    def test_the_silence_on_parcoursup_reasons_does_not_move_the_court(self, ask):
        with pytest.raises(errors.OfDoesNotFit):
            ask("parcoursup-refus", "rejet-implicite", DAY, of="parcoursup-motifs")

    def test_reasons_may_be_asked_while_the_court_is_open(self, ask):
        found = ask("demande-motifs", "rejet-implicite", DAY, of="titre-silence")

        assert found.count_from == dt.date(2027, 3, 24)
        assert found.last_day == dt.date(2027, 5, 25)


class TestRefusal:
    def test_opens_a_whole_delay(self, ask):
        found = ask("recours-ta", "rejet-expres", DAY, of="recours-gracieux")

        assert (found.count_from, found.rule) == (DAY, "mf")

    def test_of_a_compulsory_appeal_itself_opens_the_court(self, ask):
        assert ask("caf-rapo-rsa", "rejet-expres", DAY).procedure == "recours-ta"

    def test_of_any_earlier_step_needs_no_name(self, ask):
        found = ask("recours-ta", "rejet-expres", DAY)

        assert found.procedure == "recours-ta"
        assert "refus-expres-tardif-possible" in codes(found)

    def test_must_be_named_when_the_delay_depends_on_it(self, ask):
        """Of the rectification, or of the commission itself: not the same next step."""
        with pytest.raises(errors.OfNeeded):
            ask("caf-cra-pf", "rejet-expres", DAY)

    def test_within_the_delay_of_the_silence_opens_a_whole_new_one(self, ask):
        found = ask(
            "recours-ta",
            "rejet-expres",
            dt.date(2027, 2, 4),
            of="recours-gracieux",
            request_received=DAY,
        )

        assert (found.last_day, found.prudent_day) == (dt.date(2027, 4, 5), dt.date(2027, 3, 24))
        assert found.start_prudent == dt.date(2027, 1, 24), "the refusal of the silence"
        assert "refus-expres-tardif" not in codes(found)

    def test_after_it_the_first_date_stays_the_prudent_one(self, ask):
        # Silence: 24 January 2027; its two months: 24 March, franc 25 March.
        found = ask(
            "recours-ta",
            "rejet-expres",
            dt.date(2027, 3, 26),
            of="recours-gracieux",
            request_received=DAY,
        )

        assert found.last_day == dt.date(2027, 5, 27)
        assert found.prudent_day == dt.date(2027, 3, 24)
        assert advice(found, "refus-expres-tardif").values["last"] == dt.date(2027, 3, 25)

    def test_the_same_without_naming_the_only_possible_procedure(self, ask):
        found = ask("caf-rapo-rsa", "rejet-expres", dt.date(2027, 3, 26), request_received=DAY)

        assert found.prudent_day == dt.date(2027, 3, 24)

    def test_a_refusal_before_any_silence_is_an_ordinary_one(self, ask):
        found = ask(
            "recours-ta",
            "rejet-expres",
            dt.date(2026, 12, 24),
            of="recours-gracieux",
            request_received=DAY,
        )

        assert not {"refus-expres-tardif", "refus-expres-tardif-possible"} & set(codes(found))

    def test_a_mediation_is_never_born_a_refusal(self, law):
        assert events.birth(law, law.procedure("ft-mpo"), DAY, "metropole") is None

    def test_before_its_request_is_impossible(self, ask):
        with pytest.raises(errors.AnswerBeforeRequest):
            ask(
                "recours-ta",
                "rejet-expres",
                DAY,
                of="recours-gracieux",
                request_received=dt.date(2026, 11, 25),
            )


class TestOtherStarts:
    def test_reasons_never_given_one_year_from_the_request(self, ask):
        found = ask("recours-ta", "motifs-non-communiques", DAY)

        assert (found.rule, found.last_day) == ("an", dt.date(2027, 11, 24))

    def test_and_not_before_8_october_2025(self, ask):
        found = ask(
            "recours-ta", "motifs-non-communiques", dt.date(2025, 3, 1), today=dt.date(2026, 1, 5)
        )

        assert found.last_day == dt.date(2026, 10, 8)

    def test_the_prefect_has_six_months_then_four_to_act(self, ask):
        found = ask("dalo-injonction", "delai-prefet-expire", DAY)

        assert found.count_from == dt.date(2027, 5, 24)
        assert codes(found)[0] == "prematuree"
        assert advice(found, "autre-cas-plus-tot").values["born"] == dt.date(2027, 2, 24)

    def test_and_six_weeks_for_a_shelter(self, ask):
        found = ask("dalo-injonction", "delai-prefet-expire", DAY, of="daho-recours-amiable")

        assert found.count_from == dt.date(2027, 1, 5)

    def test_the_end_of_the_mediation_opens_the_court(self, ask):
        assert ask("recours-ta", "fin-mediation", DAY, of="ft-mpo").rule == "mf"

    def test_an_internal_mediator_never_does(self, ask):
        with pytest.raises(errors.OfDoesNotFit):
            ask("recours-ta", "fin-mediation", DAY, of="caf-mediateur")

    def test_legal_aid_gives_a_new_delay_of_the_same_length(self, ask):
        found = ask("tj-pole-social", "aj-accordee", DAY)

        assert (found.count_from, found.rule) == (DAY, "m")
        assert "aj-dans-le-delai" in codes(found)

    @pytest.mark.parametrize("procedure", ["oqtf-7j", "oqtf-48h", "cma-ofii"])
    def test_but_not_for_the_shortest_delays(self, ask, procedure):
        with pytest.raises(errors.EventDoesNotFit):
            ask(procedure, "aj-accordee", DAY)

    def test_the_body_has_a_month_and_acting_before_is_premature(self, ask):
        found = ask("rgpd-acces", "reception", DAY)

        assert (found.rule, found.last_day, found.prudent_day) == (
            "mb",
            dt.date(2026, 12, 24),
            dt.date(2026, 12, 24),
        )


class TestMissingRemedies:
    def test_administrative_judge_one_year_and_the_usual_dates_beside(self, ask):
        found = ask("recours-ta", "sans-voies-et-delais", DAY)

        assert (found.last_day, found.rule) == (dt.date(2027, 11, 24), "an")
        assert advice(found, "secours-un-an").values == {
            "prudent": dt.date(2027, 1, 22),
            "last": dt.date(2027, 1, 25),
        }

    def test_the_year_is_also_that_of_the_compulsory_appeal(self, ask):
        assert ask("caf-rapo-rsa", "sans-voies-et-delais", DAY).rule == "an"

    @pytest.mark.parametrize("procedure", ["caf-cra-pf", "tj-pole-social", "ft-mpo"])
    def test_elsewhere_nothing_runs_out_yet_the_usual_day_is_shown(self, ask, procedure):
        found = ask(procedure, "sans-voies-et-delais", DAY)

        assert found.last_day is None
        assert found.prudent_day == dt.date(2027, 1, 22)
        assert "inopposable" in codes(found)
        assert "Czabaj" not in found.steps[0].article


class TestDistance:
    @pytest.mark.parametrize(
        ("territory", "residence", "months"),
        [
            ("metropole", "", 2),
            ("metropole", "metropole", 2),
            ("metropole", "alsace-moselle", 2),
            ("alsace-moselle", "metropole", 2),
            ("metropole", "guadeloupe", 3),
            ("metropole", "nouvelle-caledonie", 3),
            ("metropole", "etranger", 4),
            ("reunion", "reunion", 2),
            ("reunion", "mayotte", 3),
            ("reunion", "metropole", 3),
            ("reunion", "etranger", 4),
            ("guadeloupe", "saint-martin", 2),
            ("saint-barthelemy", "saint-martin", 2),
            ("saint-martin", "guadeloupe", 2),
            ("guadeloupe", "martinique", 3),
        ],
    )
    def test_months(self, ask, territory, residence, months):
        found = ask(
            "recours-ta",
            "notification",
            dt.date(2027, 1, 13),
            territory=territory,
            residence=residence,
        )

        assert found.steps[2].moment == dt.date(2027, 1 + months, 13)

    def test_the_date_without_distance_is_told(self, ask):
        found = ask("recours-ta", "notification", dt.date(2027, 1, 15), residence="etranger")

        assert advice(found, "distance-comptee").values["last"] == dt.date(2027, 3, 16)

    def test_none_for_special_delays(self, ask):
        found = ask("caf-cra-pf", "notification", dt.date(2027, 1, 15), residence="etranger")

        assert found.last_day == dt.date(2027, 3, 15)
        assert "distance-non-comptee" in codes(found)


class TestHours:
    def test_without_its_hour_the_prudent_moment_is_from_midnight_and_the_legal_one_has_none(
        self, ask
    ):
        found = ask("oqtf-48h", "notification", DAY)

        midnight = dt.datetime.combine(DAY, dt.time())
        assert found.prudent_day == midnight + dt.timedelta(days=2)
        assert found.last_day == DAY + dt.timedelta(days=2)
        assert "heure-inconnue" in [step.code for step in found.steps]


class TestRefused:
    @pytest.mark.parametrize(
        ("procedure", "near"),
        [
            ("caf-rapo-rssa", "caf-rapo-rsa"),
            ("Recours TA", "recours-ta"),
            ("naturalisation", "naturalisation-rapo"),
        ],
    )
    def test_a_wrong_name_with_its_near_miss(self, ask, procedure, near):
        with pytest.raises(errors.UnknownProcedure) as refusal:
            ask(procedure, "notification", DAY)

        assert refusal.value.problems[0].suggestion == near

    @pytest.mark.parametrize("name", ["../../sources", "", "caf/caf-rapo-rsa", "é", "a" * 500])
    def test_a_name_is_never_a_path(self, ask, name):
        with pytest.raises(errors.UnknownProcedure):
            ask(name, "notification", DAY)

    def test_a_wrong_event_with_its_near_miss_and_what_fits(self, ask):
        with pytest.raises(errors.UnknownEvent) as refusal:
            ask("caf-contrainte", "notifcation", DAY)

        assert refusal.value.problems[0].suggestion == "notification"
        assert "signification" in refusal.value.parameters["events"]

    def test_an_event_that_does_not_fit_with_those_that_do(self, ask):
        with pytest.raises(errors.EventDoesNotFit) as refusal:
            ask("impot-reclamation", "notification", DAY)

        assert refusal.value.parameters["events"].startswith("mise-en-recouvrement, ")
        assert refusal.value.exit_status == 3

    def test_a_procedure_without_a_delay_says_what_the_law_says(self, ask):
        with pytest.raises(errors.NoDeadline) as refusal:
            ask("defenseur-droits", "notification", DAY)

        assert refusal.value.parameters["words"] == "aucun"

    def test_a_wrong_territory(self, ask):
        with pytest.raises(errors.UnknownTerritory) as refusal:
            ask("recours-ta", "notification", DAY, territory="martinque")

        assert refusal.value.problems[0].suggestion == "martinique"

    def test_the_future(self, ask):
        with pytest.raises(errors.DateInFuture):
            ask("recours-ta", "notification", DAY, today=dt.date(2026, 11, 23))

    def test_a_wrong_century(self, ask):
        with pytest.raises(errors.DateTooOld):
            ask("recours-ta", "notification", dt.date(1926, 11, 24), today=DAY)

    def test_hours_where_they_mean_something_only(self, ask):
        with pytest.raises(errors.HourNotExpected):
            ask("oqtf-7j", "notification", HOUR)

    def test_the_counter_before_the_postman(self, ask):
        with pytest.raises(errors.PickedUpBeforePresentation):
            ask("recours-ta", "lrar-retiree", DAY, picked_up=dt.date(2026, 11, 23), today=DAY)

    def test_the_counter_missing_or_too_many(self, ask):
        with pytest.raises(errors.PickedUpNeeded):
            ask("recours-ta", "lrar-retiree", DAY)
        with pytest.raises(errors.PickedUpNotExpected):
            ask("recours-ta", "notification", DAY, picked_up=DAY)

    def test_another_procedure_where_none_is_expected(self, ask):
        with pytest.raises(errors.OfNotExpected):
            ask("recours-ta", "aj-accordee", DAY, of="recours-gracieux")
        with pytest.raises(errors.OfNotExpected):
            ask("recours-ta", "lrar-retiree", DAY, picked_up=DAY, of="recours-gracieux")
        with pytest.raises(errors.OfDoesNotFit):
            ask("dalo-injonction", "delai-prefet-expire", DAY, of="recours-gracieux")


def test_every_event_of_every_procedure_gives_an_answer(law, ask):
    """No pair that the files allow is left without a computation."""
    from desktop_app.core.deadlines import linked

    tried = 0
    for procedure in law.procedures():
        for name in law.tables.expand(procedure.events):
            event = law.tables.events[name]
            date = HOUR if procedure.id == "oqtf-48h" else DAY
            more = {"picked_up": DAY} if event.start == "pickup" else {}
            named = linked.before(law, procedure, name) if event.of else ()
            for of in [p.id for p in named] or [""]:
                found = ask(procedure.id, name, date, of=of, **more)
                assert found.prudent_day is not None or found.confidence == "basse"
                tried += 1
    assert tried > 300
