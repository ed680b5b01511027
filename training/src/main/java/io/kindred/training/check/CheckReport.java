package io.kindred.training.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Everything a check found, as facts: what `kindred data check --json` prints.
///
/// Nothing in it names a customer or is one customer's.
///
/// @param name of the data set
/// @param ready whether a training would have what it needs
/// @param findings what stands in its way first, then what a person should look at
public record CheckReport(
    String name,
    boolean ready,
    List<Finding> findings,
    Optional<Reading> reading,
    Optional<Period> period,
    List<EventFacts> events,
    List<FileFacts> files,
    List<AttributeFacts> attributes,
    List<AmountFacts> amounts,
    Optional<Labels> labels,
    List<Correlation> correlations,
    List<Leak> leaks) {
  public CheckReport {
    findings = List.copyOf(findings);
    events = List.copyOf(events);
    files = List.copyOf(files);
    attributes = List.copyOf(attributes);
    amounts = List.copyOf(amounts);
    correlations = List.copyOf(correlations);
    leaks = List.copyOf(leaks);
  }

  /// A report of data that cannot be read.
  static CheckReport unreadable(String name, String why) {
    return new CheckReport(
        name,
        false,
        List.of(new Finding(true, "reading", why, "mend this, then check again")),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /// Something that stands in the way of a training, or that a person should look at.
  ///
  /// @param blocks whether no training should be made before it is mended
  /// @param subject such as `labels`, `leakage` or `policy`
  /// @param what is so
  /// @param remedy what can be done
  public record Finding(boolean blocks, String subject, String what, String remedy) {}

  /// How much was read.
  ///
  /// @param rowsFiltered that the mapping's filters left nothing of
  /// @param rowsSetAside that were wrong and were left out
  /// @param doubledEvents left out because the same event was there already
  public record Reading(
      int files,
      long rows,
      long rowsFiltered,
      long rowsWithoutCustomer,
      long rowsSetAside,
      long doubledEvents,
      int customers,
      int customersWithEvents,
      int customersWithOrders) {}

  /// The time that the events cover.
  ///
  /// @param asOf the last day that the training may know of
  /// @param days from the first to the last
  /// @param daysWithoutEvents days between them on which nobody did anything
  /// @param longestGapDays the longest run of such days
  /// @param weeksWithoutEvents runs of seven days, counted back from the last day, likewise
  /// @param eventsInLastWeek of the seven days up to `asOf`
  /// @param eventsInUsualWeek the median of such weeks
  /// @param ancientEvents more than twenty years before the median event
  /// @param eventsAfterAsOf that the training does not see
  public record Period(
      LocalDate firstDay,
      LocalDate lastDay,
      LocalDate asOf,
      long days,
      long daysWithoutEvents,
      long longestGapDays,
      Optional<LocalDate> longestGapFrom,
      long weeksWithoutEvents,
      long eventsInLastWeek,
      long eventsInUsualWeek,
      long ancientEvents,
      long eventsAfterAsOf) {}

  /// Events of one kind.
  ///
  /// @param share of all customers who have any
  /// @param sameMomentSameMoney events of one customer, moment and amount beside another such
  public record EventFacts(
      String kind,
      long events,
      long customers,
      double share,
      LocalDate firstDay,
      LocalDate lastDay,
      long sameMomentSameMoney) {}

  /// One file as it lies there.
  ///
  /// @param whole whether all rows were looked at
  /// @param repeatedRows rows that say exactly what an earlier one says
  public record FileFacts(
      String file, long rows, boolean whole, long repeatedRows, List<ColumnFacts> columns) {
    public FileFacts {
      columns = List.copyOf(columns);
    }
  }

  /// One column of a file.
  ///
  /// @param blankShare of cells that are blank or say "unknown"
  /// @param distinct how many different texts
  /// @param remark such as `the same in every row`; empty where there is none
  public record ColumnFacts(String name, double blankShare, int distinct, String remark) {}

  /// One attribute.
  ///
  /// @param missingShare of customers of whom it is not known
  /// @param decision `input`, `audit only` or `refused`
  /// @param reason why; empty where nothing speaks against it
  /// @param remark such as `the same for everyone`; empty where there is none
  public record AttributeFacts(
      String name,
      String basis,
      String type,
      double missingShare,
      int distinct,
      String decision,
      String reason,
      String remark) {}

  /// Numbers of one sort, such as amounts of orders.
  ///
  /// @param zeros how many are 0
  /// @param outliers how many are beyond ten median absolute deviations of the logarithm
  /// @param largestMagnitude the power of ten of the largest: 4 for 10,000 to 99,999
  /// @param shareOfTopHundredth what share of the sum the largest hundredth makes
  public record AmountFacts(
      String what,
      long count,
      double median,
      long zeros,
      long outliers,
      int largestMagnitude,
      double shareOfTopHundredth) {}

  /// The outcome that propensity learns from, at each date looked back from.
  ///
  /// @param target such as `purchase`
  /// @param needed at least so many customers with and without it, at each date
  /// @param repeatCustomers with two purchase days or more, which lifetime value learns from
  public record Labels(
      String target, int horizonDays, int needed, int repeatCustomers, List<AtDate> dates) {
    public Labels {
      dates = List.copyOf(dates);
    }

    /// Customers seen by one day, and what they did in the horizon after it.
    public record AtDate(LocalDate asOf, int customers, int with, int without, boolean suffices) {}
  }

  /// How two things go together over customers, by Spearman's rank correlation.
  ///
  /// @param customers of whom both are known
  public record Correlation(String one, String other, double rho, int customers, String inWords) {}

  /// A column that tells the outcome by itself.
  ///
  /// @param auc of the column alone, or of whether it is known
  /// @param why what may be behind it
  public record Leak(String column, double auc, int customers, String why) {}
}
