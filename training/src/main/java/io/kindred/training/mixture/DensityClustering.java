package io.kindred.training.mixture;

import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/// The door to Tribuo's HDBSCAN: clusters where points lie densely; points that lie in none are
/// left out.
public final class DensityClustering {
  /// The label of points that lie in no cluster.
  public static final int LEFT_OUT = 0;

  /// As many as Tribuo looks at where nothing else is said.
  private static final int NEIGHBOURS = 5;

  /// Held, so that its level outlives the collector; each fit reports its progress otherwise.
  private static final Logger LOGGER = Logger.getLogger(HdbscanTrainer.class.getName());

  static {
    LOGGER.setLevel(Level.WARNING);
  }

  private DensityClustering() {}

  /// The cluster of each point, or {@link #LEFT_OUT}.
  ///
  /// @param points more of them than the smallest cluster has
  public static int[] hdbscan(double[][] points, int smallestCluster) {
    ClusteringFactory factory = new ClusteringFactory();
    MutableDataset<ClusterID> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("customers", factory), factory);
    String[] names =
        IntStream.range(0, points[0].length)
            .mapToObj("column_%04d"::formatted)
            .toArray(String[]::new);
    for (double[] point : points) {
      dataset.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, point));
    }
    return new HdbscanTrainer(
            smallestCluster,
            new L2Distance(),
            NEIGHBOURS,
            1,
            NeighboursQueryFactoryType.BRUTE_FORCE)
        .train(dataset).getClusterLabels().stream().mapToInt(Integer::intValue).toArray();
  }
}
