package io.kindred.training.lifetimevalue;
import org.junit.jupiter.api.Test;
import java.util.*;
class ProbeTest {
  static long cpu() { return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); }
  @Test void probe() {
    for (var list : List.of(RealCustomers.cdnow(), RealCustomers.onlineRetail())) {
      var s = RealCustomers.summaries(list);
      for (int i = 0; i < 4; i++) {
      long t = cpu();
      var fit = BetaGeometric.fit(s);
      System.out.println(fit + " " + (cpu()-t)/1e6 + " cpu ms, nodes " + fit.model().quadrature().size());
      t = cpu(); fit.model().expectedPurchases(s, 26); System.out.println("expected per customer us " + (cpu()-t)/1e3/s.size());
      t = cpu(); for (var c : s) fit.model().expectedPurchases(c, 26); System.out.println("expected singly us " + (cpu()-t)/1e3/s.size());
      }
      for (boolean positiveOnly : List.of(true, false)) {
        List<RepeatValue> v = new ArrayList<>();
        for (var c : list) {
          var am = positiveOnly ? c.repeatAmounts().stream().filter(a -> a > 0).toList() : c.repeatAmounts();
          if (!am.isEmpty()) v.add(new RepeatValue(am.size(), am.stream().mapToDouble(x->x).average().orElseThrow()));
        }
        long t = cpu();
        var g = GammaGamma.fit(v);
        System.out.println(positiveOnly + " " + v.size() + " " + g + " mean " + g.model().populationMean() + " cpu ms " + (cpu()-t)/1e6);
        List<RepeatValue> v2 = new ArrayList<>();
        for (var c : list) {
          var am = c.repeatAmounts().stream().filter(a -> a > 0).toList();
          if (!am.isEmpty()) v2.add(new RepeatValue(c.summary().repeatPurchases(), am.stream().mapToDouble(x->x).average().orElseThrow()));
        }
        if (positiveOnly) System.out.println("x all " + GammaGamma.fit(v2));
      }
    }
    System.out.println(new BetaGeometric(.243,4.41,0,1).expectedPurchases(new PurchaseSummary(3,10,39), 39) + " " + (3.243)*39/(43.41));
    for (double sd : new double[]{0, 3}) {
      var rnd = new Random(1); List<RepeatValue> v = new ArrayList<>();
      for (int i = 0; i < 200; i++) v.add(new RepeatValue(1 + i % 3, Math.exp(sd * rnd.nextGaussian()) * 1e5));
      var g = GammaGamma.fit(v); System.out.println(g + " " + g.model().populationMean());
    }
  }
}
