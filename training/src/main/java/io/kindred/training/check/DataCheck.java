package io.kindred.training.check;

import io.kindred.datasets.CustomerStream;
import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetSummary;
import io.kindred.datasets.RawTable;
import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.features.EventKind;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.PurchaseDays;
import io.kindred.training.SchemaChoice;
import io.kindred.training.Training;
import io.kindred.training.TrainingOptions;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.panel.Panel;
import io.kindred.training.panel.TrainingDates;
import io.kindred.training.policy.AttributeDecision;
import io.kindred.training.policy.PermittedData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Looks at data as a training would, and says whether it can be made.
public final class DataCheck {
  /// Customers with an outcome, and without it, that a propensity needs at each date.
  public static final int LEAST_OF_EACH = 100;

  private static final int LEAST_REPEAT_CUSTOMERS = 100;
  private static final String TARGET = "purchase";

  private final Dataset dataset;
  private final List<Customer> customers;
  private final TrainingOptions options;
  private final PermittedData permitted;
  private final List<CheckReport.Finding> blocking = new ArrayList<>();
  private final List<CheckReport.Finding> remarkable = new ArrayList<>();

  private DataCheck(Dataset dataset, TrainingOptions options) {
    this.dataset = dataset;
    this.customers =
        dataset.customers().stream().sorted(Comparator.comparing(Customer::id)).toList();
    this.options = options;
    this.permitted = PermittedData.of(dataset, options.policy(), options.features().declared());
  }

  /// Everything there is to say of data that could be read.
  ///
  /// @param files the data set's files as they lie there
  /// @param rowsSetAside rows that were wrong and were left out
  public static CheckReport of(
      Dataset dataset, List<RawTable> files, long rowsSetAside, TrainingOptions options) {
    return new DataCheck(dataset, options).report(files, rowsSetAside);
  }

  /// What there is to say of data that cannot be read.
  public static CheckReport unreadable(String name, String why) {
    return CheckReport.unreadable(name, why);
  }

  private CheckReport report(List<RawTable> files, long rowsSetAside) {
    ZoneId zone = dataset.zone();
    Optional<LocalDate> lastDay = dataset.summary().lastDay();
    LocalDate day = options.asOf().or(() -> lastDay).orElseGet(this::lastDayOfAttributes);
    Instant asOf = AsOf.endOf(day, zone);
    EventCheck eventCheck = EventCheck.of(customers, zone);
    List<CheckReport.EventFacts> events = eventCheck.facts(customers.size());
    Optional<CheckReport.Period> period = eventCheck.period(day);
    List<CheckReport.FileFacts> fileFacts = FileCheck.of(files);
    AttributeCheck.Result attributes =
        AttributeCheck.of(customers, permitted.attributes().decisions(), asOf, zone);
    List<CheckReport.AmountFacts> amounts = AmountCheck.of(customers, dataset.attributes());
    CheckReport.Reading reading = reading(rowsSetAside);

    policy();
    Optional<TrainingDates> dates = dates(reading, lastDay, day);
    Optional<CheckReport.Labels> labels = Optional.empty();
    List<CheckReport.Leak> leaks = List.of();
    if (dates.isPresent()) {
      Panel panel = panel(dates.get());
      labels = Optional.of(labels(panel, dates.get()));
      leaks = LeakCheck.of(panel.at(dates.get().panel().getFirst()));
      sufficiency(labels.get());
      leakage(leaks);
    }
    period.ifPresent(this::time);
    files(fileFacts);
    events(events);
    amounts(amounts);
    remarkable.addAll(attributes.findings());
    attributes(attributes.facts());
    List<CheckReport.Correlation> correlations =
        CorrelationCheck.of(
            customers,
            CustomerParameter.of(
                events.stream().flatMap(kind -> EventKind.of(kind.kind()).stream()).toList(),
                dataset.attributes(),
                asOf));
    List<CheckReport.Finding> findings = new ArrayList<>(blocking);
    findings.addAll(remarkable);
    return new CheckReport(
        dataset.name(),
        blocking.isEmpty(),
        findings,
        Optional.of(reading),
        period,
        events,
        fileFacts,
        attributes.facts(),
        amounts,
        labels,
        correlations,
        leaks);
  }

  /// The day on which all attributes are known, where there are no events.
  private LocalDate lastDayOfAttributes() {
    return customers.stream()
        .flatMap(customer -> AttributeCheck.known(customer).stream())
        .map(attribute -> LocalDate.ofInstant(attribute.knownSince(), dataset.zone()))
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  private CheckReport.Reading reading(long rowsSetAside) {
    DatasetSummary summary = dataset.summary();
    return new CheckReport.Reading(
        summary.files(),
        summary.rows(),
        summary.rowsFiltered(),
        summary.rowsWithoutCustomer(),
        rowsSetAside,
        summary.duplicates(),
        customers.size(),
        (int) customers.stream().filter(each -> !each.history().events().isEmpty()).count(),
        (int) customers.stream().filter(DataCheck::hasOrder).count());
  }

  private static boolean hasOrder(Customer customer) {
    return customer.history().events().stream().anyMatch(event -> event.kind() == EventKind.ORDER);
  }

  /// The dates that a training would look back from; none where there can be none, and then why.
  private Optional<TrainingDates> dates(
      CheckReport.Reading reading, Optional<LocalDate> lastDay, LocalDate day) {
    if (reading.customersWithOrders() == 0) {
      block(
          "events",
          "there are no orders, so nothing says who buys and for how much",
          "map a table with orders (docs/mapping.md), beside what is here");
      return Optional.empty();
    }
    if (lastDay.isPresent() && day.isAfter(lastDay.get())) {
      block(
          "time",
          "asOf is %s, but the data end on %s".formatted(day, lastDay.get()),
          "name that day or an earlier one, or leave asOf out");
      return Optional.empty();
    }
    long known =
        customers.stream()
            .filter(each -> !each.history().asOf(AsOf.endOf(day, dataset.zone())).isEmpty())
            .count();
    if (known < Training.LEAST_CUSTOMERS) {
      block(
          "customers",
          "%,d customers are known by %s, and a training needs %,d"
              .formatted(known, day, Training.LEAST_CUSTOMERS),
          "bring more customers, or train a later date");
    }
    try {
      return Optional.of(TrainingDates.of(customers, day, options.horizonDays(), dataset.zone()));
    } catch (IllegalArgumentException e) {
      blockAsSaid("time", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /// An error of a training as a finding: `what (expected so; remedy)`.
  private void blockAsSaid(String subject, String message) {
    int remedy = message.indexOf("; ", message.indexOf(" (expected "));
    block(
        subject,
        message.substring(0, remedy) + ")",
        message.substring(remedy + 2, message.length() - 1));
  }

  private Panel panel(TrainingDates dates) {
    FeatureSchema schema;
    try {
      options.macro().checkPermitted(permitted.attributes());
      schema = schema(dates, options.macro());
    } catch (IllegalArgumentException e) {
      // What else is wrong with the data is seen without the rules.
      schema = schema(dates, MacroRules.NONE);
      block("segments", String.valueOf(e.getMessage()), "correct macro under segments");
    }
    return Panel.of(new Featurizer(schema), customers, dates.panel(), options.horizonDays());
  }

  private FeatureSchema schema(TrainingDates dates, MacroRules macro) {
    return SchemaChoice.of(
        CustomerStream.of(permitted.dataset()), _ -> true, dates.asOf(), options.features(), macro);
  }

  private CheckReport.Labels labels(Panel panel, TrainingDates dates) {
    List<CheckReport.Labels.AtDate> atDates = new ArrayList<>();
    for (Instant moment : dates.panel()) {
      Panel at = panel.at(moment);
      int with = 0;
      for (float purchase : at.purchases()) {
        with += purchase > 0 ? 1 : 0;
      }
      int without = at.size() - with;
      atDates.add(
          new CheckReport.Labels.AtDate(
              LocalDate.ofInstant(moment, dataset.zone()),
              at.size(),
              with,
              without,
              with >= LEAST_OF_EACH && without >= LEAST_OF_EACH));
    }
    int repeat =
        (int)
            customers.stream()
                .filter(customer ->
                    PurchaseDays.between(
                                customer.history(), Instant.MIN, dates.asOf(), dataset.zone())
                            .size()
                        > 1)
                .count();
    return new CheckReport.Labels(TARGET, options.horizonDays(), LEAST_OF_EACH, repeat, atDates);
  }

  private void sufficiency(CheckReport.Labels labels) {
    CheckReport.Labels.AtDate newest = labels.dates().getFirst();
    if (!newest.suffices()) {
      block(
          "labels",
          "of %,d customers seen by %s, %,d bought within %d days and %,d did not; %,d of each are needed"
              .formatted(
                  newest.customers(),
                  newest.asOf(),
                  newest.with(),
                  labels.horizonDays(),
                  newest.without(),
                  labels.needed()),
          newest.with() < labels.needed()
              ? "bring more customers or older events, or choose a longer horizonDays"
              : "choose a shorter horizonDays, or bring customers who left");
    }
    labels.dates().stream()
        .skip(1)
        .filter(date -> !date.suffices())
        .forEach(date ->
            look(
                "labels",
                "at %s only %,d customers bought within %d days and %,d did not"
                    .formatted(date.asOf(), date.with(), labels.horizonDays(), date.without()),
                "older events would make this date worth more"));
    if (labels.repeatCustomers() < LEAST_REPEAT_CUSTOMERS) {
      look(
          "labels",
          "%,d customers bought on more than one day; lifetime value learns from %,d or more"
              .formatted(labels.repeatCustomers(), LEAST_REPEAT_CUSTOMERS),
          "bring older events, or take its figures for rough");
    }
  }

  private void policy() {
    permitted.attributes().refusals().forEach(refusal -> blockAsSaid("policy", refusal));
    List<String> audits =
        permitted.attributes().decisions().stream()
            .filter(AttributeDecision.AuditOnly.class::isInstance)
            .map(decision -> decision.attribute().name())
            .toList();
    if (!audits.isEmpty()) {
      look(
          "policy",
          "%s: kept for audits and no input".formatted(Names.of(audits)),
          "policy: {use: [...]} in the training file chooses them");
    }
  }

  private void leakage(List<CheckReport.Leak> leaks) {
    for (CheckReport.Leak leak : leaks) {
      String what =
          "%s alone ranks who buys with an AUC of %.3f: %s"
              .formatted(leak.column(), leak.auc(), leak.why());
      if (LeakCheck.isOfAttribute(leak)) {
        block(
            "leakage",
            what,
            "leave it out of the mapping, or name the day it was really learnt as knownSince");
      } else {
        look("leakage", what, "see whether the same holds at an earlier asOf");
      }
    }
  }

  private void time(CheckReport.Period period) {
    if (period.longestGapDays() >= 14 && period.longestGapDays() * 5 > 0.05 * period.days()) {
      look(
          "time",
          "no event at all for %d days from %s on"
              .formatted(period.longestGapDays(), period.longestGapFrom().orElseThrow()),
          "see whether an export is missing");
    }
    if (period.eventsInUsualWeek() >= 20
        && period.eventsInLastWeek() * 5 < period.eventsInUsualWeek()) {
      look(
          "time",
          "the last week up to %s has %,d events, a usual one %,d"
              .formatted(period.asOf(), period.eventsInLastWeek(), period.eventsInUsualWeek()),
          "see whether the export was cut short, or name an earlier day as asOf");
    }
    if (period.ancientEvents() > 0) {
      look(
          "time",
          "%,d events are more than twenty years older than most".formatted(period.ancientEvents()),
          "correct dates that stand for \"not known\"");
    }
  }

  private void files(List<CheckReport.FileFacts> files) {
    for (CheckReport.FileFacts file : files) {
      if (file.repeatedRows() > 0) {
        look(
            "duplicates",
            "%s: %,d rows say exactly what an earlier one says"
                .formatted(file.file(), file.repeatedRows()),
            "lines of orders count each time: remove them from the file where they are repetitions");
      }
    }
  }

  private void events(List<CheckReport.EventFacts> events) {
    for (CheckReport.EventFacts kind : events) {
      if (kind.sameMomentSameMoney() * 100 > kind.events()) {
        look(
            "duplicates",
            "%,d events of kind %s are at the same moment, of the same customer and amount as another"
                .formatted(kind.sameMomentSameMoney(), kind.kind()),
            "name the column with their id in the mapping, so that each counts once");
      }
    }
  }

  private void amounts(List<CheckReport.AmountFacts> amounts) {
    for (CheckReport.AmountFacts amount : amounts) {
      if (amount.outliers() > 0) {
        look(
            "outliers",
            "%s: %,d of %,d are far beyond the others, up to %s where the middle is %s"
                .formatted(
                    amount.what(),
                    amount.outliers(),
                    amount.count(),
                    Magnitude.words(amount.largestMagnitude()),
                    Magnitude.brief(amount.median())),
            "see whether they are mistakes or other kinds of customers, such as wholesalers");
      }
    }
  }

  private void attributes(List<CheckReport.AttributeFacts> attributes) {
    SequencedMap<String, List<String>> namesByRemark = new LinkedHashMap<>();
    for (CheckReport.AttributeFacts attribute : attributes) {
      if (!attribute.remark().isEmpty()) {
        namesByRemark
            .computeIfAbsent(attribute.remark(), _ -> new ArrayList<>())
            .add(attribute.name());
      }
    }
    namesByRemark.forEach((remark, names) ->
        look(
            "attributes",
            "%s: %s".formatted(Names.of(names), remark),
            "that says little; leave it out of the mapping, or map what it stands for"));
  }

  private void block(String subject, String what, String remedy) {
    blocking.add(new CheckReport.Finding(true, subject, what, remedy));
  }

  private void look(String subject, String what, String remedy) {
    remarkable.add(new CheckReport.Finding(false, subject, what, remedy));
  }
}
