package io.kindred.training.segmentation;

import io.kindred.features.Feature;
import io.kindred.features.MeasurementScale;
import java.lang.management.ManagementFactory;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void run() throws Exception {
    Function<String, MeasurementScale> cont = _ -> MeasurementScale.CONTINUOUS;
    // 5000 x 40
    var r = new java.util.Random(3);
    int n = 5000, d = 40, k = 7;
    double[][] m = new double[k][d];
    for (var a : m) for (int j = 0; j < d; j++) a[j] = j < 20 ? r.nextGaussian() * .8 : 0;
    float[][] x = new float[n][d]; int[] y = new int[n];
    for (int i = 0; i < n; i++) { y[i] = r.nextInt(k); for (int j = 0; j < d; j++) x[i][j] = r.nextInt(10) == 0 ? Float.NaN : (float) (m[y[i]][j] + r.nextGaussian()); }
    for (int i=0;i<2;i++)
    show("big", LabelledTable.of(IntStream.range(0, d).mapToObj(j -> LabelledTable.feature("f" + j, MeasurementScale.CONTINUOUS)).toList(), x, y), 2);
    show("mixed", LabelledTable.read("synth_mixed.csv.gz", s -> s.startsWith("spend") ? MeasurementScale.SKEWED : MeasurementScale.CONTINUOUS), 5);
    show("gauss", LabelledTable.read("synth_gauss_micro.csv.gz", cont), 4);
    show("lca", LabelledTable.read("synth_lca_binary.csv.gz", _ -> MeasurementScale.YES_NO), 4);
    show("null", LabelledTable.read("synth_null.csv.gz", cont), 8);
  }

  static void show(String file, LabelledTable t, int seeds) throws Exception {
    for (long seed = 1; seed <= seeds; seed++) {
      var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long cpu = os.getProcessCpuTime();
      long wall = System.nanoTime();
      Segmentation s = Mixtures.fit(t.table(), SegmentationOptions.defaults(seed));
      cpu = os.getProcessCpuTime() - cpu;
      System.out.printf("%s seed %d k %d macro %d ARI %.3f cpu %.1f wall %.1f %s %s%n", file, seed, s.model().segments(), s.model().macroSegments(), t.agreement(s), cpu / 1e9, (System.nanoTime() - wall) / 1e9, s.structure(), s.confidence());
    }
  }
}
